"""What the first sheet of the workbook says: a title or nothing, and a sentence."""

GUIDE = (
    ("Cómo usar este libro", ""),
    ("", "Aquí está lo que contesta el bot con palabras del personal. Edita las hojas, guarda el archivo y devuélvelo a quien lo importa."),
    ("", "Antes de publicar, el programa muestra qué cambia y qué preguntas se contestarían distinto. Sin esa vista previa no se publica."),
    ("Hoja Preguntas", "Un renglón por pregunta. «clave» es su nombre: minúsculas, sin acentos, con guiones; no se cambia después."),
    ("", "«también»: de cuatro a quince maneras más de preguntarlo, una por renglón dentro de la celda."),
    ("", "Para otro renglón dentro de la celda: Alt+Enter en Excel, Ctrl+Enter en LibreOffice."),
    ("", "«respuesta»: de dos a cinco frases. Los montos no se teclean: búscalos en la hoja Cifras y copia su {cifra:…}."),
    ("", "«fuentes»: la clave de cada documento; cópiala de la hoja Fuentes. Solo lo que habla del propio bot puede ir sin fuente."),
    ("", "«estado»: borrador (todavía no se contesta), publicada o retirada. Borrar un renglón es lo mismo que ponerlo en retirada."),
    ("", "«archivo»: déjalo vacío en una pregunta nueva; se guarda con las de su tema."),
    ("Hoja Vocabulario", "Un renglón por nombre: instituciones, bancos, municipios, conceptos…"),
    ("", "«alias» son las otras formas en que la gente lo dice, una por renglón dentro de la celda."),
    ("", "Un nombre no se quita borrando su renglón: hay cifras que lo citan."),
    ("Hoja Compromisos", "Un renglón por avance. El anterior no se borra: así se ve la historia."),
    ("", "«evidencia» es obligatoria: sin documento no se publica."),
    ("Fuentes y Cifras", "Solo para buscar y copiar (usa los filtros del primer renglón): lo que se escriba ahí no se lee."),
    ("En todas", "No cambies los títulos del primer renglón, no escribas fórmulas y no agregues hojas. Lo nuevo va al final."),
    ("", "Las fechas se escriben año-mes-día: 2027-03-31."),
)
