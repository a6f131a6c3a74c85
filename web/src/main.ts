// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { begin_router } from './router.svelte';
import { begin_settings } from './settings.svelte';

begin_settings();
begin_router();
mount(App, { target: document.getElementById('app') as HTMLElement });
