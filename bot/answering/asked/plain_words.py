"""The words in which anybody speaks of public money."""

from __future__ import annotations

from bot.language.folding import word_set

# Words of public money and of its being spent or given: they point to no figure of their own.
MONEY = word_set("dinero dineros lana recurso recursos feria plata fondos peso pesos")
PLAIN = MONEY | word_set("""
    pa nuestro nuestra
    estado estatal gobierno zacatecas zacatecano administracion
    va van fue fueron gasta gastan gastar gastado gasto gastos gastaron gastaba usa usan usar usaron utiliza utilizan
    da dan dar dieron dio daba toca tocan toco tocaron lleva llevan llevo llevaron recibe reciben recibio recibieron
    destina destinan destinaron reparte reparten repartio repartieron distribuye distribuyen
    mete meten metio metieron invierte invierten invirtio invirtieron asigna asignan asignaron
    trae traen maneja manejan tiene tienen hay cuenta dispone ejerce ejercen
    sale salen salio sacan saca saco viene vienen vino vive obtiene obtienen llega llegan junta juntan junto entra entran entro entraron
    ingresa ingresan ingreso gana ganan recauda recaudan recaudo recaudaron recaudacion
    mas menos mayor menor mucho poco parte cosa cosas todo total quien quienes cual cuales
    subio subieron bajo bajaron aumento aumentaron
    """)
