import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'Reintentar',
  offlineNote: 'Sin conexión. Se muestra el último estado conocido.',
  staleNote: 'No se pudo actualizar. Se muestra el último estado conocido.',
  sessionNote: 'Su sesión terminó. Vuelva a iniciar sesión en esta página.',
  failed: 'No se pudo cargar',
  offline: 'Sin conexión',
  offlineText: 'Aparecerá en cuanto vuelva la conexión.',
  forbidden: 'No tiene acceso',
  forbiddenText: 'Pida acceso a su administrador.',
  problem_forbidden: 'Su rol no lo permite. Consulte a su administrador.',
  problem_rate_limited: 'Demasiadas solicitudes a la vez. Espere un momento e inténtelo de nuevo.',
  problem_network_error: 'No hay conexión. Inténtelo de nuevo.',
  problem_session_unavailable: 'Su sesión terminó. Vuelva a iniciar sesión.',
  problem_other: 'No funcionó. No se cambió nada; inténtelo de nuevo.',
};
