"""Closed classes of nouns that the ties look at: who acts for a state or a body, what happens, what only belongs."""

from __future__ import annotations

from briefing.extract.clause_words import listed

ACTING = listed(
    "personnel negotiators envoys officials soldiers troops delegates delegations diplomats ministers fighters forces "
    "force representatives mediators experts teams team pilots officers leaders lawmakers militants rebels guerrillas "
    "gunmen mercenaries commandos militia militias units unit warplanes jets aircraft planes helicopters bombers "
    "drones warships ships tanks artillery missiles convoy convoys patrol patrols peacekeepers government governments "
    "state authorities administration regime cabinet presidency rulers side sides contingent elements members people "
    "citizens nationals voters workers lawyers agents investigators delegation ambassadors inspectors deputies "
    "auditors engineers employees managers directors guards policemen"
)
"""From a state or a body these act for it."""
MEMBERS = ACTING | listed(
    "musicians players singers actors dancers scientists researchers economists analysts doctors nurses surgeons "
    "teachers staff firefighters detectives drivers crew crews instructors trainers volunteers technicians "
    "geologists meteorologists historians curators trustees councillors observers monitors advisers divers sailors "
    "rescuers surveyors planners campaigners shareholders strikers professors monks nuns chemists biologists physicists"
)
"""These of a body, or at one, act for it where they begin a clause: `scientists at the Arden Institute`."""
OFFICIALS = listed("official minister president premier ambassador envoy chancellor general admiral commander leader")
"""Who holds one of these acts for the state, where nobody is named."""
EVENTS = listed(
    "arrest arrests convictions charges detention trial trials hearing conviction acquittal sentencing sentence "
    "indictment extradition deportation expulsion death deaths murder murders assassination killing killings "
    "execution genocide massacre shooting shootings stabbing kidnapping abduction disappearance rape slaying slayings "
    "suicide funeral burial birth wedding marriage divorce visit visits trip tour arrival departure return escape "
    "flight resignation dismissal ouster removal suspension appointment election elections re-election inauguration "
    "nomination candidacy coronation victory defeat win loss invasion invasions occupation annexation withdrawal "
    "retreat attack attacks assault raid raids bombing bombings bombardment shelling strike strikes offensive siege "
    "capture seizure fall surrender ambush clash clashes battle battles war wars coup uprising revolt rebellion "
    "mutiny protest protests rally march riots meeting meetings summit talks conference negotiations speech statement "
    "announcement agreement accord treaty deal ceasefire truce pact merger takeover acquisition purchase sale bid "
    "offer launch closure collapse bankruptcy bailout crash collision accident explosion explosions blast blasts fire "
    "sinking wreck disaster earthquake flood outbreak epidemic inquiry investigation referendum vote ruling verdict "
    "decision signing handover release rescue evacuation eviction breakup split independence liberation reunification "
    "founding creation formation opening debut comments remarks statements criticism appeal plea warning threat "
    "interview testimony confession apology approach promotion ceremony ceremonies by-election by-elections primary "
    "game games match race final festival debate session plebiscite ballot walkout lockout blockade boycott curfew "
    "famine drought storm hurricane cyclone quake tsunami eruption landslide avalanche regatta tournament "
    "championship parade pilgrimage voyage expedition mission anniversary transfer injury surgery operation donation "
    "payment loan reappointment re-appointment setback sacking firing ousting overthrow toppling hijacking crackdown "
    "arraignment retrial defection secession intervention incursion airstrike airstrikes beheading lynching poisoning "
    "hanging beating looting robbery heist theft reshuffle census concert premiere derailment capsizing spill "
    "shutdown blackout standoff showdown inquest probe poll polls lunch dinner banquet reception landing takeoff "
    "flotation listing restructuring break-in jailbreak escapes stampede stoppage mobilisation mobilization "
    "deployment redeployment evictions demolition inspection audit"
)
"""What happens, and so can carry a time of its own."""
TERMS = listed("contract term mandate tenure career reign presidency membership lease licence license")
"""When one of these begins or ends, so does what its owner is."""
AT_EVENT = listed("at in during throughout")
"""Before a dated event these make its time the clause's own."""
ASIDE = listed("about like unlike than regarding concerning despite except over as")
"""What follows one of these is spoken of, and does nothing."""
KIN = listed("family families brothers sisters estate household dynasty clan")
"""`the Norrin family` is not Norrin."""
MEDIA = listed(
    "video statement interview report letter message memo document article post speech broadcast recording email note "
    "tweet communique bulletin survey poll paper book address testimony editorial column blog petition filing "
    "affidavit lawsuit videotape audiotape footage comments remarks briefing telegram manifesto essay "
    "press-conference"
)
"""In one of these somebody says something; its day is that of the saying."""
APPOSED = listed(
    "state republic kingdom country nation city town village island region province company column columns regiment "
    "battalion brigade squadron crew group party bank firm charity army one some many most all both several number "
    "hundreds thousands dozens majority"
)
"""`the state of X`, `a company of X`, `most of X`: what follows is itself meant."""
