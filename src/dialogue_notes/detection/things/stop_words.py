"""The usual small words of languages in Latin letters: a sentence with several of them is in that language."""

from __future__ import annotations

from dialogue_notes.domain.word_lists import words

STOP_WORDS = {
    "English": words(
        """
        the of and to in that is was he for it with as his on be at by had not are but from or have an they which
        one you were all her she there would their we him been has when who will no more if out so up said what its
        about than into them can only other time new some could these two may first then do any like my now over
        such our man me even most made after also did many off before must well back through years where much your
        way down should because long each just those people too mr how little state good very make world still see
        own work men day get here between both life being under never same another know while last might us great
        old year come since against go came right take three son sin van per war die den do as a i an
        """
    ),
    "French": words(
        """
        le la les un une des du de et est pas que qui dans pour sur avec ce cette ces il elle ils elles nous vous je
        mais ou où plus par sont était être avoir fait comme tout aussi leur leurs notre votre ont été aux au ne se
        si son sa ses c'est n'est qu'il d'un d'une l'on nos vos entre sans sous très bien donc alors quand même
        peut doit faut deux
        """
    ),
    "Spanish": words(
        """
        el la los las un una unos unas de del y es no que en por para con su sus se lo al como más pero este esta
        estos estas ese esa hay fue ser son está están ha han muy sin sobre también entre cuando donde quien nos
        nosotros ustedes ellos yo mi nuestro nuestra todo todos puede debe hace porque desde hasta ya
        """
    ),
    "German": words(
        """
        der die das den dem des ein eine einen einem einer und ist nicht sich auf für mit von zu im auch als an es
        wir ihr sie ich er aber oder wenn dass wird sind war haben hat werden nach bei aus um über noch nur so wie
        durch unsere unser diese dieser dieses kann muss sehr mehr zum zur vor
        """
    ),
    "Italian": words(
        """
        il lo la gli le un uno una di del della dei delle e è non che in per con si da dal dalla nel nella sono ha
        hanno ma anche come più questo questa questi quello essere noi voi loro io nostro nostra tutto perché
        quando molto
        """
    ),
    "Portuguese": words(
        """
        o os as um uma de do da dos das e é não que em no na nos nas por para com se mais mas como este esta isso ser
        foi são está ao à pelo pela nós eles ele ela também muito quando seu sua nosso nossa tem
        """
    ),
    "Dutch": words(
        """
        de het een en van is niet dat die in op te voor met zijn aan ook als er maar om wij ze hij zij ik wat naar
        door over bij nog uit worden wordt heeft hebben deze dit onze kan moet
        """
    ),
    "Polish": words(
        """
        i w na z nie do jest się że to o jak po za od co przez przy dla są ale czy oraz tak już tylko może jego jej
        ich nasz nasza być był była ten ta te
        """
    ),
    "Turkish": words(
        """
        ve bir bu da de için ile çok olarak daha gibi ama ne var biz siz onlar ben o kadar sonra değil olan en ki
        her
        """
    ),
    "Swedish": words(
        """
        och att det som en ett på är av för med till den inte om har de vi jag han hon kan ska men eller från var
        detta vår
        """
    ),
    "Indonesian": words(
        """
        yang dan di ini itu untuk dengan tidak dari dalam akan pada kami kita mereka adalah juga oleh atau sudah bisa
        ada ke saya
        """
    ),
    "Vietnamese": words(
        """
        và của là không có được cho trong một các những này đã với người chúng tôi về ở khi đến
        """
    ),
}
"""Those of the main language of a record are taken away from all the others before a sentence is weighed."""
