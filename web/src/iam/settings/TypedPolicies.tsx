import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { t } from '../../text/text'

/** Documents of policies that are typed to be tried. */
export function TypedPolicies({ texts, onChange }: { texts: string[]; onChange: (texts: string[]) => void }) {
  return (
    <SpaceBetween size="s">
      {texts.map((text, index) => (
        <FormField
          key={index}
          label={t('simulator.policy', { number: index + 1 })}
          secondaryControl={
            texts.length > 1 && (
              <Button
                onClick={() => onChange(texts.filter((_, i) => i !== index))}
                ariaLabel={t('simulator.policy.remove', { number: index + 1 })}
              >
                {t('shared.remove')}
              </Button>
            )
          }
          stretch
        >
          <Textarea
            value={text}
            rows={8}
            spellcheck={false}
            onChange={({ detail }) => onChange(texts.map((old, i) => (i === index ? detail.value : old)))}
          />
        </FormField>
      ))}
      <Button iconName="add-plus" onClick={() => onChange([...texts, ''])}>
        {t('simulator.policy.add')}
      </Button>
    </SpaceBetween>
  )
}
