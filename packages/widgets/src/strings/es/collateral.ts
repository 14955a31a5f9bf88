import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'De {partner}',
  open: 'Abrir',
  open_size: 'Abrir ({size})',
  ask: 'Preguntar sobre esto',
  about: 'Preguntar sobre {title}',
  close: 'Cerrar',
  name: 'Nombre',
  email: 'Correo electrónico',
  company: 'Empresa',
  phone: 'Teléfono',
  message: 'Su pregunta',
  consent: '{partner} puede usar estos datos para responderme.',
  privacy: 'Privacidad',
  send: 'Enviar',
  sending: 'Enviando…',
  sent: 'Gracias. {partner} le responderá.',
  failed: 'No se envió. Lo que escribió sigue aquí: inténtelo de nuevo.',
  busy: 'No se envió: demasiadas solicitudes a la vez. Lo que escribió sigue aquí; inténtelo en unos minutos.',
  check: 'Revise este campo.',
};
