import { useEffect, useState } from 'react'
import { type Finding, validate } from '../../data/findings'
import { type Loaded, useLoad } from '../../data/load'

const pause = 400

/** The findings about a document while a person types: asked for when the typing pauses. */
export function useFindings(document: string, trust = false): Loaded<Finding[]> {
  const settled = useSettled(document)
  return useLoad(() => validate(settled, trust), [settled, trust])
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
