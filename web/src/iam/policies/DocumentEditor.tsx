import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import type { Finding } from '../../data/findings'
import type { Loaded } from '../../data/load'
import { t } from '../../text/text'
import { Findings } from './Findings'
import { JsonEditor } from './JsonEditor'
import { VisualEditor } from './VisualEditor'

interface Props {
  text: string
  onChange: (text: string) => void
  /** What was found, if it is time to say so. */
  findings?: Loaded<Finding[]>
  /** The tab that is open at first. */
  first?: 'visual' | 'json'
}

/** The two ways to edit one text. Going from one to the other changes nothing: only an edit does. */
export function DocumentEditor({ text, onChange, findings, first = 'visual' }: Props) {
  const [tab, setTab] = useState<string>(first)
  return (
    <SpaceBetween size="l">
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          {
            id: 'visual',
            label: t('policy.visual'),
            content: tab === 'visual' && <VisualEditor text={text} onChange={onChange} />,
          },
          {
            id: 'json',
            label: t('policy.json'),
            content: tab === 'json' && <JsonEditor value={text} onChange={onChange} findings={findings?.value} />,
          },
        ]}
      />
      {findings && (
        <Container>
          <Findings findings={findings} />
        </Container>
      )}
    </SpaceBetween>
  )
}
