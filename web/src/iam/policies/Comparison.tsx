import Box from '@cloudscape-design/components/box'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Panel } from '../../ui/Panel'
import { diff, type DiffLine } from './diff'
import { readVersion } from './version'
import './comparison.css'

/** How a version differs from the default one, line by line. A sign stands before each line that differs: colour is not the only hint. */
export function Comparison({ arn, before, after }: { arn: string; before: string; after: string }) {
  const lines = useLoad(async () => {
    const [old, other] = await Promise.all([readVersion(arn, before), readVersion(arn, after)])
    return diff(old, other)
  }, [before, after])
  return (
    <Panel
      title={t('policyPage.compare', { version: after })}
      loading={lines.loading}
      fault={lines.fault}
      reload={lines.reload}
    >
      {lines.value?.every((line) => line.sign === ' ') && <Box>{t('policyPage.compare.same')}</Box>}
      <pre className="comparison">
        {lines.value?.map((line, i) => (
          <Line key={i} line={line} />
        ))}
      </pre>
    </Panel>
  )
}

function Line({ line }: { line: DiffLine }) {
  const text = `${line.sign} ${line.text}\n`
  if (line.sign === '+') return <ins>{text}</ins>
  if (line.sign === '-') return <del>{text}</del>
  return text
}
