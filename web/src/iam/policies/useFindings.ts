import { useEffect, useState } from 'react'
import { type Finding, validate } from '../../data/findings'
import { type Loaded, useLoad } from '../../data/load'

const pause = 400

/** The findings about a document while a person types: asked for when the typing pauses, and not at all while there is no document. */
export function useFindings(document: string | undefined, trust = false): Loaded<Finding[]> {
  const settled = useSettled(document)
  const findings = useLoad(async () => (settled === undefined ? [] : validate(settled, trust)), [settled, trust])
  return { ...findings, loading: findings.loading || settled !== document }
}

function useSettled<T>(text: T): T {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
