import type { Form } from '../../../../../kernel/form.ts'
import {
  Button,
  type Content,
  InsetText,
  PostForm,
  RadiosField,
  TextareaField,
  WarningText,
} from '../../../../../ui/index.ts'
import type { Told } from '../../decision/domain.ts'
import { NoContactYet } from '../../decision/views/NoContactYet.tsx'
import { TOLD_WORDS } from '../../labels.ts'
import { concernPath } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import type { Concern } from '../domain.ts'

type Props<T> = { concern: Concern; form: Form<T>; once: string }
type FrameProps = Omit<Props<unknown>, 'once'> & {
  title: string
  button: string
  once?: string
  children?: Content
}

/** One thing done to a concern: a few fields and a button. The version and the identifier are always fresh. */
const ActPage = ({ concern, form, title, button, once, children }: FrameProps) => (
  <DeskPage title={title} caption={`Concern ${concern.ref}`} back={concernPath(concern.id)} form={form} open>
    <PostForm>
      <input type="hidden" name="version" value={concern.version} />
      {once && <input type="hidden" name="once" value={once} />}
      {children}
      <Button preventDoubleClick>{button}</Button>
    </PostForm>
  </DeskPage>
)

export const NotePage = ({ concern, form, once }: Props<{ once: string; note: string }>) => (
  <ActPage concern={concern} form={form} once={once} title="Add a note" button="Save note">
    <TextareaField
      field={form.fields.note}
      label="Note"
      hint="Only officers read it. The person you are writing about may be able to ask for it."
    />
  </ActPage>
)

export const ReplyPage = ({
  concern,
  form,
  once,
  refused,
}: Props<{ once: string; reply: string }> & { refused: boolean }) => {
  if (refused)
    return (
      <DeskPage title="Reply" caption={`Concern ${concern.ref}`} back={concernPath(concern.id)} open>
        <InsetText>This concern has no receipt that opens it, so nobody could read a reply here.</InsetText>
      </DeskPage>
    )
  return (
    <ActPage concern={concern} form={form} once={once} title="Reply" button="Send reply">
      <NoContactYet told={concern.told} />
      <p class="govuk-body">
        They read it on this website, with their receipt, and nowhere else. No email or text is sent. The
        first reply acknowledges the concern.
      </p>
      <TextareaField
        field={form.fields.reply}
        label="Your reply"
        hint="Write nothing about anyone that the reader does not know already. Somebody else may find their receipt."
      />
    </ActPage>
  )
}

type ToldInput = { version: number; once: string; told: Told; reason: string }

export const ToldPage = ({ concern, form, once }: Props<ToldInput>) => (
  <ActPage concern={concern} form={form} once={once} title="Say whether they have been told" button="Save">
    <NoContactYet told={concern.told} />
    <RadiosField
      field={form.fields.told}
      legend="Has the person or a parent been told?"
      hint={`Saved now: ${TOLD_WORDS[concern.told]}.`}
      items={TOLD_WORDS}
    />
    <TextareaField field={form.fields.reason} label="Why, or by whom and when?" rows={4} />
  </ActPage>
)

export const WithdrawPage = ({ concern, form }: Omit<Props<{ version: number; reason: string }>, 'once'>) => (
  <ActPage concern={concern} form={form} title="Step back from this concern" button="Step back">
    <p class="govuk-body">
      Step back if you know the people, or have another interest in what is decided. From then on you see
      nothing of this concern. If it is assigned to you, it will be assigned to nobody.
    </p>
    <WarningText>You cannot undo this.</WarningText>
    <TextareaField
      field={form.fields.reason}
      label="Why are you stepping back?"
      hint="Officers who work on it can read this."
      rows={4}
    />
  </ActPage>
)

type CloseInput = { version: number; once: string; reason: string }

export const ClosePage = ({ concern, form, once, act }: Props<CloseInput> & { act: 'close' | 'reopen' }) => {
  const closed = act === 'reopen'
  const title = closed ? 'Reopen this concern' : 'Close this concern'
  return (
    <ActPage concern={concern} form={form} once={once} title={title} button={title}>
      <TextareaField
        field={form.fields.reason}
        label={closed ? 'Why does it open again?' : 'Why is it finished?'}
        rows={4}
      />
    </ActPage>
  )
}
