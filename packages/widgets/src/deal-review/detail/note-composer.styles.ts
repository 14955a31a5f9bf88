export {deskNoteStyles as noteStyles} from '../../theme/desk-note.styles.ts';
