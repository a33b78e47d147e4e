/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Role } from '../../../shared/contract/hub.ts';
import { longestPassword, shortestPassword } from '../passwords.ts';

/** What went wrong with a form, above its fields. */
export const Refusal = ({ text }: { text: string | null }) => (text ? <p role="alert">{text}</p> : null);

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string | undefined;
  hint?: string;
  autocomplete?: string;
  required?: boolean;
}

export const Field = ({ name, label, type = 'text', value, hint, autocomplete, required = true }: FieldProps) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type={type}
      value={value}
      autocomplete={autocomplete}
      required={required}
      aria-describedby={hint ? `${name}-hint` : undefined}
      maxlength={type === 'password' ? longestPassword : 200}
    />
    {hint && <small id={`${name}-hint`}>{hint}</small>}
  </p>
);

export const NewPasswordField = ({ label }: { label: string }) => (
  <Field name="password" label={label} type="password" hint={`At least ${shortestPassword} characters.`} autocomplete="new-password" />
);

/** Name, e-mail and password of an account that is being made. */
export const NewAccountFields = ({ name, email }: { name: string; email: string }) => (
  <>
    <Field name="name" label="Your name" value={name} autocomplete="name" />
    <Field name="email" label="E-mail" type="email" value={email} autocomplete="username" />
    <NewPasswordField label="Password" />
  </>
);

const meanings: Record<Exclude<Role, 'learner'>, string> = {
  author: 'Author: hands modules in',
  reviewer: 'Reviewer: looks at drafts and approves them',
  publisher: 'Publisher: publishes approved modules of others',
  admin: 'Administrator: invites people and gives roles',
};

const givenRoles = Role.options.filter((role) => role !== 'learner');

/** Everyone is a learner; the rest is chosen. */
export const RoleBoxes = ({ id, chosen, children }: { id: string; chosen: readonly Role[]; children?: Child }) => (
  <fieldset>
    <legend>May also be</legend>
    {givenRoles.map((role) => (
      <label for={`${id}-${role}`}>
        <input type="checkbox" id={`${id}-${role}`} name="roles" value={role} checked={chosen.includes(role)} /> {meanings[role]}
      </label>
    ))}
    {children}
  </fieldset>
);
