import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { t } from '../../text/text'

/** Two codes that a device showed one after the other, the older first. */
export interface CodePair {
  first: string
  second: string
}

const isCode = (text: string) => /^[0-9]{6}$/.test(text)

export const noCodes: CodePair = { first: '', second: '' }
export const areCodes = (pair: CodePair) => isCode(pair.first) && isCode(pair.second)

/** The boxes "MFA Code 1" and "MFA Code 2". A wrong form is named once a box has been left. */
export function Codes({ codes, onChange }: { codes: CodePair; onChange: (codes: CodePair) => void }) {
  return (
    <>
      <CodeBox
        label={t('mfa.code1')}
        hint={t('mfa.code1Hint')}
        value={codes.first}
        onChange={(first) => onChange({ ...codes, first })}
      />
      <CodeBox
        label={t('mfa.code2')}
        hint={t('mfa.code2Hint')}
        value={codes.second}
        onChange={(second) => onChange({ ...codes, second })}
      />
    </>
  )
}

interface BoxProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}

function CodeBox({ label, hint, value, onChange }: BoxProps) {
  const [left, setLeft] = useState(false)
  return (
    <FormField
      label={label}
      description={hint}
      errorText={left && value && !isCode(value) ? t('mfa.codeWrong') : undefined}
    >
      <Input
        value={value}
        inputMode="numeric"
        autoComplete="one-time-code"
        onBlur={() => setLeft(true)}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}
