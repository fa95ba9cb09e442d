import { GenerateCredentialReportCommand } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useMemo, useState } from 'react'
import { iam } from '../../data/iam'
import { useAct } from '../../data/load'
import { queryText } from '../../data/query'
import { finish } from '../../data/steps'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { type Column, DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { decode } from './base64'
import { parse } from './csv'

interface Report {
  csv: string
  rows: string[][]
  made?: Date
}

/** The report about everybody's credentials: made on demand, shown as a table, and downloaded as the file that the API answers. */
export default function CredentialReport() {
  const [report, setReport] = useState<Report>()
  const make = useAct(async () => setReport(await generate()))
  return (
    <Page
      title={t('report.title')}
      description={t('report.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <Button variant="primary" loading={make.busy} onClick={make.run}>
          {t('report.make')}
        </Button>
      }
    >
      <ActFault fault={make.fault} />
      {report && <ReportTable report={report} />}
    </Page>
  )
}

/** How often and how long to wait for a report that is still being made. */
const tries = 20
const pause = 500

async function generate(): Promise<Report> {
  for (let i = 0; i < tries; i++) {
    const { State } = await iam.send(new GenerateCredentialReportCommand({}))
    if (State === 'COMPLETE') break
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return readReport()
}

/** Asks for the report as it is, without the SDK: the report of a large account has 20 MB, which it reads in one go. */
async function readReport(): Promise<Report> {
  const answer = await queryText('iam', '2010-05-08', 'GetCredentialReport', {})
  const made = textIn(answer, 'GeneratedTime')
  const csv = await finish(decode(textIn(answer, 'Content')))
  return { csv, rows: await finish(parse(csv)), made: made ? new Date(made) : undefined }
}

/** What stands in an element that occurs once and holds nothing that XML escapes: Base64, or a time. */
function textIn(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}>`)
  return from < 0 ? '' : xml.slice(from + name.length + 2, xml.indexOf(`</${name}>`, from))
}

function ReportTable({ report }: { report: Report }) {
  const { head, list } = useMemo(() => {
    const [head = [], ...value] = report.rows
    return { head, list: { value, loading: false, partial: false, reload: () => {} } }
  }, [report])
  const title = t('report.of', { time: when(report.made) })
  return (
    <DataTable
      name="report"
      title={title}
      list={list}
      id={(row) => row[0] ?? ''}
      columns={head.map((name, i): Column<string[]> => ({
        id: name,
        header: name,
        cell: (row) => row[i],
        text: (row) => row[i],
        hidden: !shown.has(name),
      }))}
      actions={<Button onClick={() => download(report.csv)}>{t('report.download')}</Button>}
    />
  )
}

/** The columns that fit on a page; all others can be chosen. */
const shown = new Set(['user', 'arn', 'password_enabled', 'mfa_active', 'access_key_1_active', 'access_key_2_active'])

function download(csv: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  link.download = 'credential-report.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
