// Package audit is what is written down about every call: the event, in the shape of a CloudTrail record, and the log file that holds one event a line.
// It decides nothing and knows no store: whoever handles a call fills in the event, and the journal carries the events of changes until they are in the log.
//
// # The log
//
// Every line is one JSON object: the event, and at its end a member "chain" with the line's number, the journal position up to which the log
// holds every change, and a hash over the line and the hash of the line before. Verify finds a line that was altered, taken out or put in. The hash
// is no signature: whoever may write the file can write all of it anew from some line on, so keep copies of the last hash elsewhere.
//
// # After a crash
//
// The lines of a change are made durable in the journal, together with the change, before they are written here. Open forgets what a crash cut off, Pos says
// up to where the log is complete, and the store writes the rest again from the journal.
package audit
