# The AWS policy language, as far as the questions need it: every policy of data.identity counts together, each element of data.limits
# must allow by itself, and data.resource may deny.
package policy

default allow := false

allow if {
	known
	not denied
	some document in data.identity
	allows(document)
	every limit in limits {
		some limiting in limit
		allows(limiting)
	}
}

known if not data.users

known if data.users[input.user]

default limits := []

limits := data.limits

denied if {
	some document in data.identity
	denies(document)
}

denied if {
	some document in data.resource
	denies(document)
}

denied if {
	some limit in data.limits
	some document in limit
	denies(document)
}

allows(document) if {
	some statement in list(document.Statement)
	statement.Effect == "Allow"
	applies(statement)
}

denies(document) if {
	some statement in list(document.Statement)
	statement.Effect == "Deny"
	applies(statement)
}

applies(statement) if {
	action_fits(statement)
	resource_fits(statement)
	principal_fits(statement)
	every operator, keys in object.get(statement, "Condition", {}) {
		every key, values in keys {
			holds(operator, key, list(values))
		}
	}
}

list(x) := x if is_array(x)

list(x) := [x] if not is_array(x)

action := lower(input.action)

action_fits(statement) if {
	some pattern in list(statement.Action)
	covers(lower(pattern), action)
}

action_fits(statement) if {
	statement.NotAction
	not excepted(statement)
}

excepted(statement) if {
	some pattern in list(statement.NotAction)
	covers(lower(pattern), action)
}

resource_fits(statement) if not statement.Resource

resource_fits(statement) if {
	some pattern in list(statement.Resource)
	covers(filled(pattern), input.resource)
}

filled(pattern) := pattern if not contains(pattern, "${")

filled(pattern) := replace(replace(pattern, "${aws:username}", object.get(input.context, "aws:username", "")), "${aws:PrincipalTag/team}", object.get(input.context, "aws:PrincipalTag/team", "")) if contains(pattern, "${")

principal_fits(statement) if not statement.Principal

principal_fits(statement) if statement.Principal == "*"

principal_fits(statement) if {
	some name in list(statement.Principal.AWS)
	name in input.names
}

covers("*", _)

covers(pattern, text) if {
	not contains(pattern, "*")
	pattern == text
}

covers(pattern, text) if {
	pattern != "*"
	contains(pattern, "*")
	glob.match(pattern, null, text)
}

has(key) if input.context[key]

holds("Bool", key, values) if input.context[key] in values

holds("BoolIfExists", key, _) if not has(key)

holds("BoolIfExists", key, values) if input.context[key] in values

holds("StringEquals", key, values) if input.context[key] in values

holds("StringNotEquals", key, values) if not input.context[key] in values

holds("StringNotEqualsIfExists", key, values) if not input.context[key] in values
