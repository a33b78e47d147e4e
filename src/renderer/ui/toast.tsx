import { Toast as Radix } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Button } from './button.tsx';
import css from './toast.module.css';

interface Message {
  id: number;
  text: string;
  undo?: () => void;
}

type Say = (text: string, undo?: () => void) => void;
const ToastContext = createContext<Say | null>(null);

/** Says what was done, for a while, with a way to take it back: `toast('Take discarded', restore)`. */
export function useToast(): Say {
  const say = useContext(ToastContext);
  if (!say) throw new Error('useToast needs a ToastProvider around it');
  return say;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const say = useCallback<Say>((text, undo) => {
    setMessages((all) => [...all, { id: (all.at(-1)?.id ?? 0) + 1, text, ...(undo ? { undo } : {}) }]);
  }, []);
  const gone = useMemo(() => (id: number) => setMessages((all) => all.filter((message) => message.id !== id)), []);
  return (
    <ToastContext value={say}>
      <Radix.Provider duration={8_000} label="Message">
        {children}
        {messages.map(({ id, text, undo }) => (
          <Radix.Root key={id} className={css.toast} onOpenChange={(open) => !open && gone(id)}>
            <Radix.Description>{text}</Radix.Description>
            {undo && (
              <Radix.Action asChild altText="Undo it with the button on the page">
                <Button variant="plain" onClick={undo}>
                  Undo
                </Button>
              </Radix.Action>
            )}
          </Radix.Root>
        ))}
        <Radix.Viewport className={css.viewport} />
      </Radix.Provider>
    </ToastContext>
  );
}
