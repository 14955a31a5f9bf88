import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'De {partner}',
  open: 'Abrir',
  open_size: 'Abrir ({size})',
  ask: 'Perguntar sobre isto',
  about: 'Perguntar sobre {title}',
  close: 'Fechar',
  name: 'Nome',
  email: 'E-mail',
  company: 'Empresa',
  phone: 'Telefone',
  message: 'Sua pergunta',
  consent: '{partner} pode usar estes dados para me responder.',
  privacy: 'Privacidade',
  send: 'Enviar',
  sending: 'Enviando…',
  sent: 'Obrigado. {partner} responderá a você.',
  failed: 'Não foi enviado. O que você escreveu continua aqui: tente de novo.',
  busy: 'Não foi enviado: solicitações demais de uma vez. O que você escreveu continua aqui; tente em alguns minutos.',
  check: 'Confira este campo.',
};
