import { useState } from 'react'
import { EditStep } from './EditStep'
import { ReviewStep } from './ReviewStep'

/** What a new policy begins with. */
export const emptyDocument = `{
    "Version": "2012-10-17",
    "Statement": []
}`

/** Makes a policy in two steps: the document, then its name. Going back keeps everything. */
export default function CreatePolicy() {
  const [text, setText] = useState(emptyDocument)
  const [step, setStep] = useState<'edit' | 'review'>('edit')
  const [reviewed, setReviewed] = useState(false)
  if (step === 'review') return <ReviewStep document={text} onBack={() => setStep('edit')} />
  return (
    <EditStep
      text={text}
      untouched={text === emptyDocument}
      onChange={setText}
      first={reviewed ? 'json' : 'visual'}
      onReview={() => {
        setReviewed(true)
        setStep('review')
      }}
    />
  )
}
