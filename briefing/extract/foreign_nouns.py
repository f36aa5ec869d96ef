"""Nouns for bodies inside names: in other languages, `Partido de la Ribera`, and at the end of one word, `Sparbank`."""

from __future__ import annotations

from briefing.model.kept import Kept

_ABROAD = {
    "party": "partido parti partei partito partij parti partia strana stranka",
    "movement": "movimiento movimento mouvement bewegung",
    "bank": "banco banca banque banka",
    "museum": "museo museu musée musee muzeum",
    "university": "universidad universidade université universite universität universitat università universiteit",
    "ministry": "ministerio ministério ministère ministere ministerium ministero",
    "newspaper": "diario diário correo correio jornal giornale journal zeitung gazeta gazette corriere courrier",
    "radio": "radiodiffusion radiotelevisión radiotelevisión radiodifusão",
    "company": "compañía companhia compagnie compagnia sociedad sociedade société societe società gesellschaft",
    "institute": "instituto institut istituto",
    "association": "asociación asociacion associação associazione vereniging verband",
    "foundation": "fundación fundacion fundação fondation fondazione stiftung stichting",
    "federation": "federación federacion federação fédération federation federazione confederación confederação",
    "union": "sindicato syndicat sindacato unión uniao união",
    "commission": "comisión comision comissão commissione kommission",
    "committee": "comité comite comitê comitato",
    "council": "consejo conselho conseil consiglio",
    "assembly": "asamblea assembleia assemblée assemblee",
    "theatre": "teatro théâtre theatre",
    "hospital": "hôpital ospedale krankenhaus",
    "school": "escuela scuola école escola",
    "front": "frente fronte",
    "bloc": "bloque bloco blocco",
    "list": "lista liste",
    "cooperative": "cooperativa cooperative coopérative",
    "court": "corte cour tribunale",
}
_ENDINGS = {"bank": "bank", "partei": "party", "ministerium": "ministry", "zeitung": "newspaper", "museum": "museum"}
_SHORTEST = 3
"""Letters before such an ending."""
_BY_WORD = {word: noun for noun, words in _ABROAD.items() for word in words.split()}


def _noun(word: str) -> str:
    low = word.lower()
    for ending, noun in _ENDINGS.items():
        if low.endswith(ending) and len(low) >= len(ending) + _SHORTEST:
            return noun
    return _BY_WORD.get(low, "")


noun_in = Kept(_noun).__getitem__
"""The English noun for what a word of a name says it is; empty for most words."""


_ENGLISH = {
    "newspaper": "herald times post gazette courier chronicle telegraph tribune guardian echo argus dispatch",
    "airline": "airlines airways",
    "club": "rovers wanderers rangers united athletic fc afc",
    "broadcaster": "radio television tv broadcasting",
    "school": "primary academy high grammar infants junior comprehensive gymnasium lycée lycee",
}
_BY_ENGLISH = {word: noun for noun, words in _ENGLISH.items() for word in words.split()}


def called_by(word: str) -> str:
    """The noun by which a text may go on speaking of a body whose name has this word."""
    return noun_in(word) or _BY_ENGLISH.get(word.lower(), "")


def is_abroad(word: str) -> bool:
    """Whether a name that begins with this word is that of a body: Partido, Banque."""
    return word.lower() in _BY_WORD
