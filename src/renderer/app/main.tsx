import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { z } from 'zod';
import { queryClient } from '../api/query-client.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { CapturePicker } from './capture-picker.tsx';
import { fetchAhead, router } from './routes.tsx';
import { applyTheme, chosenTheme } from './theme.ts';

// The page's policy forbids making code from strings; Zod would otherwise try.
applyTheme(chosenTheme());
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <RouterProvider router={router} />
        <CapturePicker />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
fetchAhead();
