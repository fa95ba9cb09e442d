import Container from '@cloudscape-design/components/container'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { useAct } from '../../data/load'
import { importTokens, mostTokens } from '../../data/tokens'
import { plural, t } from '../../text/text'
import { Page } from '../../ui/Page'
import { SubmitForm } from '../../ui/SubmitForm'
import { judge, readSeeds, type SeedFile, type Writing } from './seedFile'
import { SeedProblems } from './SeedProblems'

const list = '/iam/hardware-tokens'

/** The page on which the seeds of hardware tokens are imported: a file of many, or one by hand. All are checked before any is sent. */
export default function ImportTokens() {
  const navigate = useNavigate()
  const { notify } = useShell()
  const [what, setWhat] = useState('file')
  const [file, setFile] = useState<File>()
  const [text, setText] = useState('')
  const [one, setOne] = useState({ serial: '', seed: '' })
  const [writing, setWriting] = useState<Writing>('auto')
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(0)
  const seeds = useMemo<SeedFile>(() => {
    if (what === 'one')
      return judge([{ line: 0, serial: one.serial.trim(), seed: one.seed.replace(/[\s-]/g, '') }], writing)
    return file ? readSeeds(text, writing) : { tokens: [], problems: [] }
  }, [what, one, file, text, writing])
  const act = useAct(async () => {
    for (let from = sent; from < seeds.tokens.length; from += mostTokens) {
      await importTokens(seeds.tokens.slice(from, from + mostTokens))
      setSent(from + mostTokens)
    }
  })
  const empty = seeds.tokens.length === 0
  const shown = what === 'file' ? Boolean(file) : tried

  /** What is imported anew is judged and sent from its beginning. */
  const begin = () => {
    setTried(false)
    setSent(0)
    act.clear()
  }
  const submit = async () => {
    setTried(true)
    if (empty || seeds.problems.length || !(await act.run())) return
    notify({ type: 'success', content: plural('tokens.done', seeds.tokens.length) })
    navigate(list)
  }
  return (
    <Page
      title={t('tokens.import')}
      crumbs={[
        { text: t('service.iam'), to: '/iam' },
        { text: t('tokens.title'), to: list },
      ]}
    >
      <SubmitForm button={t('tokens.submit')} act={act} onSubmit={submit} back={list}>
        <Container>
          <SpaceBetween size="l">
            <FormField label={t('tokens.what')}>
              <RadioGroup
                value={what}
                items={[
                  { value: 'file', label: t('tokens.what.file'), description: t('tokens.what.fileHint') },
                  { value: 'one', label: t('tokens.what.one'), description: t('tokens.what.oneHint') },
                ]}
                onChange={({ detail }) => {
                  begin()
                  setWhat(detail.value)
                }}
              />
            </FormField>
            {what === 'file' ? (
              <SeedFileField
                file={file}
                none={tried && !file}
                onChange={(file, text) => {
                  begin()
                  setFile(file)
                  setText(text)
                }}
              />
            ) : (
              <OneToken
                {...one}
                onChange={(one) => {
                  begin()
                  setOne(one)
                }}
              />
            )}
            <FormField label={t('tokens.writing')}>
              <RadioGroup
                value={writing}
                items={(['auto', 'hex', 'base32'] as const).map((value) => ({
                  value,
                  label: t(`tokens.writing.${value}`),
                }))}
                onChange={({ detail }) => {
                  begin()
                  setWriting(detail.value as Writing)
                }}
              />
            </FormField>
          </SpaceBetween>
        </Container>
        <div role="status">{shown && <SeedProblems seeds={seeds} fault={act.fault} sent={sent} />}</div>
      </SubmitForm>
    </Page>
  )
}

interface SeedFileProps {
  file?: File
  none: boolean
  onChange: (file: File | undefined, text: string) => void
}

/** The choice of a file. What is in it is not shown. */
function SeedFileField({ file, none, onChange }: SeedFileProps) {
  return (
    <FormField label={t('tokens.file')} description={t('tokens.fileHint')}>
      <FileUpload
        value={file ? [file] : []}
        accept=".csv,.txt,.xml,.pskc"
        showFileSize
        errorText={none && t('tokens.fileNone')}
        onChange={async ({ detail: { value } }) => onChange(value[0], (await value[0]?.text()) ?? '')}
        i18nStrings={{
          uploadButtonText: () => t('tokens.fileChoose'),
          dropzoneText: () => t('tokens.fileChoose'),
          removeFileAriaLabel: (_, name) => t('tokens.fileRemove', { name }),
          errorIconAriaLabel: t('tokens.fileError'),
        }}
      />
    </FormField>
  )
}

interface OneProps {
  serial: string
  seed: string
  onChange: (one: { serial: string; seed: string }) => void
}

function OneToken({ serial, seed, onChange }: OneProps) {
  return (
    <>
      <FormField label={t('mfa.token.serial')}>
        <Input
          value={serial}
          autoComplete={false}
          onChange={({ detail }) => onChange({ serial: detail.value, seed })}
        />
      </FormField>
      <FormField label={t('tokens.seed')} description={t('tokens.seedHint')}>
        <Input
          type="password"
          value={seed}
          autoComplete="off"
          spellcheck={false}
          onChange={({ detail }) => onChange({ serial, seed: detail.value })}
        />
      </FormField>
    </>
  )
}
