import { t } from '../../text/text'

/** What Ace says, in the language of the console. The keys and the values $0 and $1 are Ace's own. */
export function aceWords(): Record<string, string> {
  const row = { row: '$0' }
  const rows = t('ace.fold.rows', { first: '$0', last: '$1' })
  return {
    $id: 'cardea',
    'editor.scroller.aria-label': t('ace.content'),
    'editor.scroller.aria-roledescription': t('ace.editor'),
    'text-input.aria-label': t('ace.cursor', row),
    'text-input.aria-roledescription': t('ace.editor'),
    'editor.gutter.aria-label': t('ace.gutter'),
    'editor.gutter.aria-roledescription': t('ace.gutter.role'),
    'editor.tooltip.disable-editing': t('ace.readOnly'),
    'gutter.code-folding.open.aria-label': t('ace.fold.row', row),
    'gutter.code-folding.open.title': t('ace.fold'),
    'gutter.code-folding.closed.aria-label': rows,
    'gutter.code-folding.closed.title': t('ace.unfold'),
    'gutter.code-folding.range.aria-label': rows,
    'inline-fold.closed.title': t('ace.unfold'),
    'gutter.annotation.aria-label.error': t('ace.finding.error', row),
    'gutter.annotation.aria-label.warning': t('ace.finding.warning', row),
    'gutter.annotation.aria-label.info': t('ace.finding.info', row),
    'gutter-tooltip.aria-label.error.singular': t('ace.error'),
    'gutter-tooltip.aria-label.error.plural': t('ace.errors'),
    'gutter-tooltip.aria-label.warning.singular': t('ace.warning'),
    'gutter-tooltip.aria-label.warning.plural': t('ace.warnings'),
    'gutter-tooltip.aria-label.info.singular': t('ace.info'),
    'gutter-tooltip.aria-label.info.plural': t('ace.infos'),
    'autocomplete.popup.aria-label': t('ace.completions'),
    'autocomplete.popup.aria-roledescription': t('ace.completions'),
    'autocomplete.popup.item.aria-roledescription': t('ace.completion'),
    'autocomplete.loading': t('ace.loading'),
  }
}
