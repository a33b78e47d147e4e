import type { Rule } from './rule.ts';

export const profileName: Rule = ({ author }) => {
  if (author.name.trim() !== '') return [];
  const message = 'Your name is not in your profile.';
  const why = 'Colleagues read what comes from someone they can ask.';
  return [{ rule: 'profile-name', severity: 'error', block: null, where: 'profile', href: '/profile', message, why }];
};
