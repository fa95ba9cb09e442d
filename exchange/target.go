package exchange

import (
	"net/http"
	"strings"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// target is which service a request says it is for, and how that service speaks. It is read before anything is proven, so that even a
// request without a right signature is refused in words that its client understands.
type target struct {
	service   string // the name in the credential scope; empty: there is none
	prefix    string // what the service's actions begin with
	protocol  wire.Protocol
	namespace string // of the service's XML
}

const targetHeader = "X-Amz-Target"

// aim is the target of a request that claims to be for a service.
func (d *Desk) aim(r *http.Request, claimed string) target {
	if claimed != "" {
		return d.targetOf(r, claimed)
	}
	return d.guess(r)
}

func (d *Desk) targetOf(r *http.Request, name string) target {
	if shapes, ok := d.services[name]; ok {
		return ours(shapes)
	}
	return foreign(r, catalog.EndpointBySigningName(name))
}

// aimByForm finds the service of a request that names none in its head, by the version in its body.
func (x *exchange) aimByForm() {
	form, err := x.readForm()
	if err != nil {
		return // the refusal of what is not signed comes first
	}
	if version, ok := form.Get("Version"); ok {
		if shapes := x.desk.serviceOfVersion(version); shapes != nil {
			x.target = ours(shapes)
		}
	}
}

func ours(shapes *shape.Service) target {
	t := target{service: shapes.Name, prefix: shapes.Name, namespace: shapes.Namespace}
	switch shapes.Dialect {
	case shape.EC2:
		t.protocol = wire.EC2XML
	case shape.JSON:
		t.protocol = wire.JSON11
	case shape.REST:
		t.protocol = wire.RESTJSON
	}
	return t
}

// foreign is the target of a service that is not served here.
func foreign(r *http.Request, e catalog.Endpoint) target {
	t := target{service: e.SigningName, prefix: e.Service, namespace: "https://" + e.SigningName + ".amazonaws.com/doc/"}
	switch {
	case r.Header.Get(targetHeader) != "":
		t.protocol = jsonVersion(r)
	case e.Protocol == catalog.EC2:
		t.protocol = wire.EC2XML
	case e.Protocol == catalog.Query, isForm(r):
		t.protocol = wire.QueryXML
	case e.Protocol == catalog.JSON:
		t.protocol = jsonVersion(r)
	case t.isS3():
		t.protocol = wire.S3XML
	case e.Protocol == catalog.RESTXML:
		t.protocol = wire.RESTXML
	default:
		t.protocol = wire.RESTJSON
	}
	return t
}

// guess finds the service of a request that names none: by its target header, by the version in its query string, by the look of its path.
func (d *Desk) guess(r *http.Request) target {
	if prefix, _, ok := catalog.ServiceByTarget(r.Header.Get(targetHeader)); ok {
		return target{prefix: prefix, protocol: jsonVersion(r)}
	}
	query := r.URL.Query()
	if shapes := d.serviceOfVersion(query.Get("Version")); shapes != nil {
		return ours(shapes)
	}
	switch {
	case query.Has("x-id"): // S3's clients name the operation so
		return target{prefix: "s3", protocol: wire.S3XML}
	case datedPath(r.URL.Path): // as those of Lambda
		return target{protocol: wire.RESTJSON}
	}
	return target{namespace: "https://iam.amazonaws.com/doc/2010-05-08/"}
}

// serviceOfVersion finds the service that is served whose requests carry that version; nil: none. No two have the same. Those in JSON carry none.
func (d *Desk) serviceOfVersion(version string) *shape.Service {
	for _, shapes := range d.services {
		if shapes.Version == version && (shapes.Dialect == shape.Query || shapes.Dialect == shape.EC2) {
			return shapes
		}
	}
	return nil
}

// datedPath reports whether a path begins with a date, as those of most services with REST requests and JSON do.
func datedPath(path string) bool {
	const layout = "/dddd-dd-dd/"
	if len(path) < len(layout) {
		return false
	}
	for i := range len(layout) {
		if digit := '0' <= path[i] && path[i] <= '9'; digit != (layout[i] == 'd') || !digit && path[i] != layout[i] {
			return false
		}
	}
	return true
}

func jsonVersion(r *http.Request) wire.Protocol {
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-amz-json-1.0") {
		return wire.JSON10
	}
	return wire.JSON11
}

func (t target) isS3() bool {
	return t.prefix == "s3" || t.prefix == "s3express" || t.prefix == "s3-object-lambda"
}
