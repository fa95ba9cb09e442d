import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { blocks, type Finding, validate } from '../../data/findings'
import { useAct } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { DocumentEditor } from './DocumentEditor'
import { useFindings } from './useFindings'

interface Props {
  text: string
  /** Nobody has written anything yet: it is too early to find fault. */
  untouched: boolean
  onChange: (text: string) => void
  first: 'visual' | 'json'
  onReview: () => void
}

/** The first step: the document. It goes on to the review only when the validator finds no error. */
export function EditStep({ text, untouched, onChange, first, onReview }: Props) {
  const [refused, setRefused] = useState<Finding[]>()
  const judged = !untouched || refused !== undefined
  const findings = useFindings(judged ? text : undefined)
  const check = useAct(async () => {
    const errors = (await validate(text)).filter(blocks)
    if (errors.length === 0) onReview()
    else setRefused(errors)
  })
  return (
    <Page title={t('policy.create')} description={t('policy.create.about')} crumbs={policyCrumbs()}>
      <DocumentEditor
        text={text}
        findings={judged ? findings : undefined}
        first={first}
        onChange={(next) => {
          setRefused(undefined)
          onChange(next)
        }}
      />
      {refused && (
        <div role="alert">
          <Alert type="error" header={t('policy.invalid')}>
            {refused.map((finding, i) => (
              <div key={i}>
                {finding.places.map((place) => t('findings.place', place)).join('; ')}: {finding.details}
              </div>
            ))}
          </Alert>
        </div>
      )}
      <ActFault fault={check.fault} />
      <Box float="right">
        <SpaceBetween size="xs" direction="horizontal">
          <RouteButton variant="link" to="/iam/policies">
            {t('shared.cancel')}
          </RouteButton>
          <Button variant="primary" onClick={check.run} loading={check.busy}>
            {t('policy.review')}
          </Button>
        </SpaceBetween>
      </Box>
    </Page>
  )
}

export function policyCrumbs() {
  return [
    { text: t('service.iam'), to: '/iam' },
    { text: t('policies.title'), to: '/iam/policies' },
  ]
}
