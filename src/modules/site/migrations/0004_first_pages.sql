-- Pages that every site begins with. Words in double braces are filled with the council's settings; editors change the rest.

insert into site.page (id, slug, nav_position, review_months, fixed) values
  (gen_random_uuid(), '',              null, 12, true),
  (gen_random_uuid(), 'accessibility', null, 12, true),
  (gen_random_uuid(), 'cookies',       null, 12, true),
  (gen_random_uuid(), 'privacy',       null, 12, true),
  (gen_random_uuid(), 'contact',       90,   12, true),
  (gen_random_uuid(), 'complaints',    null, 12, true);

insert into site.page_version (id, page_id, language, number, title, summary, body, reason, created_at, status, publish_at)
select gen_random_uuid(), p.id, 'en', 1, first.title, first.summary, first.body, 'First text, as Kith comes', least(now(), timestamptz '2026-11-01'), 'published', least(now(), timestamptz '2026-11-01')
from site.page p join (values
('', 'Safer communities', 'How {{authority}} works with people to keep each other safe.', $md$
> [!warning]
> If somebody is in danger now, call 999.

[Tell us if you are worried about somebody](/concerns). You do not have to give your name.

You can also [contact us](/contact), or read [what we hold](/what-we-hold) and why.
$md$),
('accessibility', 'Accessibility statement', 'How easy this site is to use, and what to do if something gets in your way.', $md$
This statement is about this site, which {{authority}} runs. We want everyone to be able to use it.

You can:

- make the text four times larger without losing anything
- use the whole site with a keyboard alone
- use the whole site with a screen reader
- use the whole site with scripts switched off
- print any page

We write in plain words.

# How accessible this site is

This site is built to meet the Web Content Accessibility Guidelines (WCAG) version 2.2 at level AA. The makers of Kith, the software it runs on, test every page by machine, with a keyboard alone and without scripts.

No group of disabled people has tested this site yet. If you find something that does not work for you, you may be the first to meet it: please tell us.

# Tell us about a problem

[Contact us](/contact). Tell us:

- which page you were on
- what you were trying to do
- how you would like us to give you the same facts: large print, easy read, audio or British Sign Language

We will answer within 10 working days.

# If you are not happy with our answer

The Equality and Human Rights Commission makes sure that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 are kept. If you are not happy with how we answer, [contact the Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/).
$md$),
('cookies', 'Cookies', 'Which cookies this site uses. If you are a visitor: none.', $md$
A cookie is a small file that a site can leave on your phone or computer.

# If you are a visitor

This site leaves no cookies on your device. It has no counters from other companies, and nobody follows you from page to page. That is also true when you tell us about a worry or rate a page.

# If you work with us and sign in

Signing in uses cookies that the site cannot work without. They hold random numbers, not facts about you.

| Name | What it is for | How long it stays |
|---|---|---|
| kith (also __Host-kith) | Keeps you signed in | Until you sign out or close your browser, 12 hours at most |
| A cookie whose name has “vault” in it | Half of the key to an open vault, for safeguarding officers | Until the vault locks, or you sign out |
$md$),
('privacy', 'Privacy notice', 'What {{authority}} keeps about you when you use this site, and your rights.', $md$
{{authority}} is the data controller for this site. That means we decide how facts about you are used, and answer for it.

# When you read a page

We do not keep your internet address, and we do not know who you are.

# When you rate a page

We keep whether the page was useful, what you wrote, the version of the page, and the day. We do not keep the time or who sent it. Please do not write about a person there.

# When you tell us you are worried about somebody

You do not have to give your name. What you write is locked so that only our safeguarding officers can read it. Your words may still show who you are, and we may have to share them if somebody is at risk. Before you send anything, we tell you who will see it, what happens next and how long we keep it.

# When you work with us and have an account

We keep your name, your email address, your roles and a log of what you do here.

# What we keep, why and for how long

[What we hold](/what-we-hold) lists every kind of record in this system, with its legal basis and when it is deleted. That page is made from the system itself.

# Your rights

You can ask us:

- for a copy of what we hold about you
- to put right what is wrong
- to delete it, or to stop using it, where the law lets us

Ask our data protection officer: {{data-protection}}.

If you are not happy with our answer, you can [complain to the Information Commissioner](https://ico.org.uk/make-a-complaint/).
$md$),
('contact', 'Contact us', 'How to reach the team, and what to do if somebody is in danger.', $md$
> [!warning]
> If somebody is in danger now, call 999.

# If you are worried about somebody

[Tell us online](/concerns), or call {{concern-phone}}. {{concern-hours}}

You can also call ACT Early, the national advice line, on [0800 011 3764](tel:08000113764), 9am to 5pm every day.

# For anything else

Call {{authority}} on {{contact-phone}}.
$md$),
('complaints', 'Complain', 'How to complain to {{authority}}, and who else you can go to.', $md$
# Complain to us

{{complaints}}

Tell us what went wrong and what you would like to happen. Complaining will not change how we treat you or somebody you are worried about.

# Complain about your personal data

You can complain to the [Information Commissioner's Office](https://ico.org.uk/make-a-complaint/), which looks after data rights in the United Kingdom.

# Complain about how Prevent was used

Anyone can complain to the [Standards and Compliance Unit](https://www.gov.uk/guidance/make-a-complaint-about-prevent). It is part of the government, and not part of this council.
$md$)
) as first (slug, title, summary, body) on first.slug = p.slug;
