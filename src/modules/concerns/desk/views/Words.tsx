/** What somebody wrote, in paragraphs, in whichever direction its own script runs. */
export const Words = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph) => (
      <p class="govuk-body" dir="auto">
        {paragraph}
      </p>
    ))}
  </>
)
