import { Fragment } from 'react'

/** A long name, such as an ARN or an address. Where it must be broken, the next line begins after one of its separators. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[:/?&])(?![:/])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
