#!/bin/sh
# An article in Windows-1252, as Western Europe's newsrooms saved texts for twenty years, beside the same text in UTF-8.
#
# charset-normalizer finds the encoding of bytes; requests and trafilatura use it for pages that name none.
# Expected: the letters of the article, or an answer that says it is not sure.
# Seen (charset-normalizer 3.5.3), on articles of three to four paragraphs:
#   Spanish   read as cp1250: nińos for niños, seńaló for señaló; its language is named rightly, "Spanish"
#   Swedish   read as cp1250: pĺ for på        Finnish   read as cp775: kevõõseen for kevääseen
#   French    read as cp1257: jusqu'ą for jusqu'à     Portuguese   read as cp1250: verăo for verão
# It names the right language for Spanish and Swedish all the same, and cp1252 is its second or third answer for all but Finnish.
# Why it matters: beside the same story in UTF-8 up to a quarter of the words are others, and the wrong letters are letters:
# nothing looks damaged to a program. A comparison shows an article that was rewritten.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet charset-normalizer==3.5.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from charset_normalizer import from_bytes

ARTICLES = {
    "Spanish": (
        "cp1250",
        6,
        "ni\u0144os",
        "El alcalde de Almarra explicó el martes que el puente seguirá cerrado hasta el otoño. «No había otra opción», "
        "señaló después de la reunión con los vecinos.\n\n"
        "Los niños de la escuela irán en autobús por la mañana y volverán a pie por el camino del río. Una madre preguntó "
        "quién pagará el transporte, y la concejala respondió que el ayuntamiento ya había reservado el dinero.\n\n"
        "La oposición pidió una investigación. Según sus cálculos, la reparación costará el doble de lo que se anunció en "
        "enero, y nadie revisó los pilares entre 2009 y 2021.\n\n"
        "El año pasado pasaron por el puente más de seis millones de vehículos. La policía recomienda salir temprano y usar "
        "la carretera de la montaña.",
    ),
    "Swedish": (
        "cp1250",
        15,
        "p\u013a",
        "Borgmästaren i Lurvik sade på tisdagen att bron över älven förblir stängd till våren. ”Vi måste pröva pelarna”, sade "
        "hon efter mötet med invånarna.\n\n"
        "Barnen åker buss från Höör på morgonen och går hem längs ån. En mamma frågade vem som betalar, och kommunen svarade "
        "att pengarna redan är avsatta.\n\n"
        "Oppositionen kräver en utredning. Enligt dess uträkning kostar reparationen dubbelt så mycket som sades i januari, "
        "och ingen har undersökt pelarna på tolv år.\n\n"
        "I fjol passerade över sex miljoner bilar bron. Polisen råder alla att åka tidigt och välja vägen över fjället.",
    ),
    "Finnish": (
        "cp775",
        16,
        "kev\u00f5\u00f5seen",
        "Lurvikin pormestari sanoi tiistaina, että joen ylittävä silta pysyy suljettuna kevääseen asti. ”Pylväät täytyy "
        "tutkia”, hän sanoi kokouksen jälkeen.\n\n"
        "Lapset kulkevat kouluun linja-autolla Jyväskylän kautta. Eräs äiti kysyi, kuka maksaa kyydit, ja kunta vastasi, että "
        "rahat on jo varattu.\n\n"
        "Oppositio vaatii selvitystä. Sen mukaan korjaus maksaa kaksi kertaa enemmän kuin tammikuussa kerrottiin, eikä kukaan "
        "ole tutkinut pylväitä kahteentoista vuoteen.",
    ),
    "French": (
        "cp1257",
        12,
        "jusqu’\u0105",
        "Le maire de Mervane a déclaré mardi que le pont resterait fermé jusqu’à l’été. « Nous n’avons pas d’autre choix », "
        "a-t-il expliqué après la réunion avec les habitants.\n\n"
        "Les élèves iront au collège en bus et rentreront à pied le long de la rivière. Une mère a demandé qui paierait ; la "
        "mairie a répondu que l’argent était déjà prévu.\n\n"
        "L’opposition réclame une enquête. D’après ses calculs, la réparation coûtera deux fois plus que ce qui avait été "
        "annoncé, et personne n’a contrôlé les piliers.",
    ),
    "Portuguese": (
        "cp1250",
        8,
        "ver\u0103o",
        "O prefeito de Almarra disse na terça-feira que a ponte ficará fechada até o verão. “Não há opção”, explicou depois "
        "da reunião com os moradores.\n\n"
        "As crianças irão de ônibus de manhã e voltarão a pé. Uma mãe perguntou quem pagará, e a câmara respondeu que o "
        "dinheiro já estava reservado.",
    ),
}
for language, (encoding, wrong, word, text) in ARTICLES.items():
    matches = from_bytes(text.encode("cp1252"))
    best = matches.best()
    read = str(best)
    others = sum(one != other for one, other in zip(text.split(), read.split(), strict=True))
    print(f"{language}: expected cp1252; seen {best.encoding}, {others} of {len(text.split())} words are others: {word}")
    assert (best.encoding, others) == (encoding, wrong) and word in read
    assert ("cp1252" in [match.encoding for match in matches]) == (language != "Finnish")
    assert best.language == language or language not in ("Spanish", "Swedish")
PYTHON
echo "seen as described"
