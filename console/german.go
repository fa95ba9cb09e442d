package console

import (
	"strings"

	"github.com/cardea-iam/cardea/signin"
)

var germanMonths = strings.NewReplacer(
	"January", "Januar", "February", "Februar", "March", "März", "May", "Mai", "June", "Juni", "July", "Juli", "October", "Oktober", "December", "Dezember",
)

// german is every text of the pages in German, by the English one.
var german = map[string]string{
	// The frame, and pages that say no.
	"Language":                    "Sprache",
	"Account":                     "Konto",
	"IAM user name":               "IAM-Benutzername",
	"Password":                    "Passwort",
	"Cannot do this":              "Das geht nicht",
	"Go to the console":           "Zur Konsole",
	"There is no such page.":      "Diese Seite gibt es nicht.",
	"There is no such file.":      "Diese Datei gibt es nicht.",
	"Sign in":                     "Anmelden",
	"Root user sign-in":           "Anmeldung als Root-Benutzer",
	"Other ways to sign in":       "Andere Wege, sich anzumelden",
	"Other ways to go on":         "Andere Wege, weiterzumachen",
	"Sign in as IAM user":         "Als IAM-Benutzer anmelden",
	"Email address":               "E-Mail-Adresse",
	"Back":                        "Zurück",
	"Cancel":                      "Abbrechen",
	"Back to the console":         "Zurück zur Konsole",
	"Switch role":                 "Rolle wechseln",
	"Switch back":                 "Zurückwechseln",
	"Your sessions":               "Ihre Sitzungen",
	"Troubleshoot MFA":            "MFA-Probleme beheben",
	"Change your password":        "Ihr Passwort ändern",
	"The form could not be read.": "Das Formular konnte nicht gelesen werden.",
	"Something went wrong. Please try again.":                       "Etwas ist schiefgegangen. Bitte versuchen Sie es erneut.",
	"The server cannot do this now. Please try again in a moment.":  "Der Server kann das gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
	"This request came from another site and was not carried out.":  "Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.",
	"This server is not known by that name. Go to its own address.": "Unter diesem Namen ist der Server nicht bekannt. Gehen Sie zu seiner eigenen Adresse.",

	// The first page.
	"Account ID (12 digits) or account alias":                           "Konto-ID (12 Ziffern) oder Kontoalias",
	"Sign in using root user email":                                     "Mit der E-Mail-Adresse des Root-Benutzers anmelden",
	"Your authentication information is incorrect. Please try again.":   "Ihre Anmeldedaten sind nicht richtig. Bitte versuchen Sie es erneut.",
	"Your sign-in has timed out. Please sign in again.":                 "Ihre Anmeldung hat zu lange gedauert. Bitte melden Sie sich noch einmal an.",
	"Too many codes were wrong. Please sign in again.":                  "Zu viele Codes waren falsch. Bitte melden Sie sich noch einmal an.",
	"Your password has expired. Ask an administrator to set a new one.": "Ihr Passwort ist abgelaufen. Bitten Sie einen Administrator, ein neues festzulegen.",

	// The second page, by a code.
	"Multi-factor authentication": "Multi-Faktor-Authentifizierung",
	"MFA device":                  "MFA-Gerät",
	"MFA code":                    "MFA-Code",
	"The six digits that your MFA device shows now.": "Die sechs Ziffern, die Ihr MFA-Gerät jetzt anzeigt.",
	"Submit":                         "Absenden",
	"Try another method: %s":         "Anderen Weg wählen: %s",
	"Sign in to a different account": "Bei einem anderen Konto anmelden",
	"Authenticator app":              "Authenticator-App",
	"Security key":                   "Sicherheitsschlüssel",
	"Hardware token":                 "Hardware-Token",

	// The second page, by a security key.
	"Use security key": "Sicherheitsschlüssel verwenden",
	"Insert your security key, choose the button, and touch the key when it blinks.":                                                 "Stecken Sie Ihren Sicherheitsschlüssel ein, wählen Sie die Schaltfläche, und berühren Sie den Schlüssel, wenn er blinkt.",
	"Security keys need JavaScript. Turn it on, or try another method.":                                                              "Sicherheitsschlüssel brauchen JavaScript. Schalten Sie es ein, oder wählen Sie einen anderen Weg.",
	"The security key was not used: it is not one of yours, it was cancelled, or the time was up. Try again, or try another method.": "Der Sicherheitsschlüssel wurde nicht verwendet: Es ist keiner von Ihren, der Vorgang wurde abgebrochen, oder die Zeit war um. Versuchen Sie es erneut, oder wählen Sie einen anderen Weg.",
	"Security keys work at the address of this console only. Open it there.":                                                         "Sicherheitsschlüssel funktionieren nur unter der Adresse dieser Konsole. Öffnen Sie sie dort.",
	"The server cannot be reached. Please try again in a moment.":                                                                    "Der Server ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
	"This browser cannot use security keys here. Try another method.":                                                                "Dieser Browser kann hier keine Sicherheitsschlüssel verwenden. Wählen Sie einen anderen Weg.",
	"You have no security key that works here. Try another method.":                                                                  "Sie haben keinen Sicherheitsschlüssel, der hier funktioniert. Wählen Sie einen anderen Weg.",

	// A device that is out of step.
	"If codes are refused although you type them in time, the clock of your device may be off. Type two codes that it shows one after the other, without one in between.": "Wenn Codes abgewiesen werden, obwohl Sie sie rechtzeitig eingeben, geht vielleicht die Uhr Ihres Geräts falsch. Geben Sie zwei Codes ein, die es direkt nacheinander anzeigt.",
	"MFA code 1": "MFA-Code 1",
	"MFA code 2": "MFA-Code 2",
	"Resync":     "Neu synchronisieren",
	"Your device is in step again. Wait for its next code and type it here.": "Ihr Gerät geht wieder richtig. Warten Sie auf seinen nächsten Code, und geben Sie ihn hier ein.",

	// A password that must be replaced.
	"You must change your password to continue": "Sie müssen Ihr Passwort ändern, um fortzufahren",
	"Old password":                        "Altes Passwort",
	"New password":                        "Neues Passwort",
	"Retype new password":                 "Neues Passwort wiederholen",
	"Confirm password change":             "Passwortänderung bestätigen",
	"The new passwords are not the same.": "Die neuen Passwörter sind nicht gleich.",
	mayNotChange:                          "Entweder ist der Benutzer nicht zu iam:ChangePassword berechtigt, oder das eingegebene Passwort entspricht nicht der Passwortrichtlinie, die der Administrator für das Konto festgelegt hat",

	// Sign-in links.
	"Sign in as somebody else?":                  "Als jemand anderes anmelden?",
	"You are signed in as":                       "Sie sind angemeldet als",
	"The link that you followed signs you in as": "Der Link, dem Sie gefolgt sind, meldet Sie an als",
	"Your present session ends then. If you did not ask for this link, stay.": "Ihre jetzige Sitzung endet dann. Wenn Sie diesen Link nicht angefordert haben, bleiben Sie.",
	"Sign in as the new identity":            "Mit der neuen Identität anmelden",
	"Stay signed in":                         "Angemeldet bleiben",
	"Sign out?":                              "Abmelden?",
	"Sign out":                               "Abmelden",
	"Open this link in a window of its own.": "Öffnen Sie diesen Link in einem eigenen Fenster.",
	signin.TokenOver:                         "Dieser Anmeldelink wurde schon verwendet, oder er ist älter als 15 Minuten. Holen Sie sich einen neuen, wo er herkam.",

	// Programs that act as a person.
	"Let a program act as you?":                                                        "Ein Programm für Sie handeln lassen?",
	"A program on another device wants to act as you.":                                 "Ein Programm auf einem anderen Gerät möchte für Sie handeln.",
	"A program on this device, such as the AWS CLI, wants to act as you.":              "Ein Programm auf diesem Gerät, zum Beispiel die AWS CLI, möchte für Sie handeln.",
	"Go on only if you have run %s yourself just now.":                                 "Fahren Sie nur fort, wenn Sie %s gerade selbst ausgeführt haben.",
	"Who gets the code that comes next can do all that you can do: give it to nobody.": "Wer den Code bekommt, der als Nächstes erscheint, kann alles, was Sie können: Geben Sie ihn niemandem.",
	"It can do all that you can do as":                                                 "Es kann alles, was Sie können als",
	"Signed in with MFA":                                                               "Mit MFA angemeldet",
	"Yes":                                                                              "Ja",
	"Until your sign-in ends":                                                          "Bis Ihre Anmeldung endet",
	"Allow":                                                                            "Erlauben",
	"Deny":                                                                             "Ablehnen",
	"Sign in as somebody else":                                                         "Als jemand anderes anmelden",
	"You are signed in as somebody else by now. Please choose again.": "Sie sind inzwischen als jemand anderes angemeldet. Bitte wählen Sie noch einmal.",
	"Each parameter may be given once.":                               "Jeder Parameter darf nur einmal angegeben werden.",
	"Nothing was allowed":                                             "Es wurde nichts erlaubt",
	"You have let the program in":                                     "Sie haben das Programm zugelassen",
	"Authorization code":                                              "Autorisierungscode",
	"Copy it into the program that asked for it. It works once, within 5 minutes.": "Kopieren Sie ihn in das Programm, das danach gefragt hat. Er gilt einmal, innerhalb von 5 Minuten.",
	"Your sessions show what you have let in, and end it.":                         "Ihre Sitzungen zeigen, was Sie zugelassen haben, und beenden es.",
	"Go back to the program.":  "Gehen Sie zurück zum Programm.",
	"Go on if nothing happens": "Weiter, falls nichts geschieht",
	"You can close this page.": "Sie können diese Seite schließen.",

	// Sessions.
	"Command line":                       "Befehlszeile",
	"Last credentials":                   "Letzte Anmeldedaten",
	"End the command line session of %s": "Die Befehlszeilensitzung vom %s beenden",
	"Signed in":                          "Angemeldet",
	"this session":                       "diese Sitzung",
	"Ends":                               "Endet",
	"Last seen":                          "Zuletzt aktiv",
	"MFA":                                "MFA",
	"No":                                 "Nein",
	"Role":                               "Rolle",
	"From":                               "Von",
	"Session name":                       "Sitzungsname",
	"End this session":                   "Diese Sitzung beenden",
	"End the session of %s":              "Die Sitzung vom %s beenden",
	"Sign out everywhere":                "Überall abmelden",
	"Sign in first.":                     "Melden Sie sich zuerst an.",
	"The session is over already.":       "Die Sitzung ist schon beendet.",

	// Switching of roles.
	"Display name (optional)": "Anzeigename (optional)",
	"Color":                   "Farbe",
	"red":                     "Rot",
	"orange":                  "Orange",
	"yellow":                  "Gelb",
	"green":                   "Grün",
	"blue":                    "Blau",
	"Could not switch roles.": "Die Rolle konnte nicht gewechselt werden.",
	"Roles may be switched to by IAM users only.":                                                      "Nur IAM-Benutzer dürfen zu einer Rolle wechseln.",
	"Invalid information in one or more fields. Check your information or contact your administrator.": "In einem oder mehreren Feldern stimmt etwas nicht. Prüfen Sie Ihre Angaben, oder wenden Sie sich an Ihren Administrator.",
}
