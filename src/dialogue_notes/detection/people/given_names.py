"""Given names from many countries: beside one of them, an unknown word with a capital is rarely anything but a name.

Written down for this program; none stands here for one person. Names that are as much ordinary words, months or
places (Will, June, Florence) are left out.
"""

from __future__ import annotations

from dialogue_notes.domain.word_lists import words

GIVEN_NAMES = words(
    """
    aaron abdallah abdel abdul abdullah abe abel abigail abraham achim achmad ada adam adel adele adnan adolfo
    adrian adriana agnes agnieszka ahmad ahmed aidan aino aisha akbar akio akira alain alan albert alberto
    alejandra alejandro aleksandar aleksandr aleksei alessandra alessandro alex alexander alexandra alexandre
    alexei alexis alfonso alfred alfredo ali alice alicia alisher allan allen alvaro alvin amanda amina amir
    amos amy ana anastasia anatoly anders andre andrea andreas andrei andrew andrey andrzej angela angelo
    angus anita anja ann anna anne annette annika anthony antoine anton antonia antonin antonio anwar arash
    archie aristide arkady armando arnaud arne arnold arthur arturo arvind asha ashok ashraf aslan astrid
    atanas audrey aung axel ayesha aziz babak barbara barry bartosz basil beatrice beatriz ben benedikt
    benjamin bernard bernardo bernd bernhard bert bertil bertrand bessie betty bhupendra bill bjorn bob bogdan
    boris boutros brian bridget brigitte bruce bruno burak camilla camille carl carla carlo carlos carmen
    carol carola caroline catherine cecil cecilia celine cesar charles charlotte chiara chinua chris christa
    christina christine christoph christophe christopher chuck claire clara clarence claude claudia claudio
    claus clement colin conor constantin corinne cornelia craig cristian cristina curtis cynthia cyril cyrus
    dag damian dan daniel daniela daoud daphne darius dariusz dave david deborah deepak denis dennis derek
    diana dick diego dieter dilip dimitri dimitris dirk dmitri dmitry dominic dominique don donald dora doris
    dorothy douglas dragan duncan dusan dwight ed edgar edith edmund eduard eduardo edward edwin ehud eileen
    elaine elena eleni eli elias elisabeth elizabeth ella ellen elsa emil emile emilia emilio emily emma
    emmanuel enrico enrique eric erica erich erik erika ernest ernesto ernst esteban esther ethel eugen eugene
    eugenia eva evelyn evgeny fabio fabrice fadi faisal farah farid farouk fatima fatou federico felipe felix
    ferdinand fernanda fernando fikret finn fiona florian francesca francesco francis francisco franco
    francois frank franklin franz fred frederic frederick fredrik friedrich fritz fumiko gabriel gabriela
    gabriele galina gareth gary gavin geir gennady geoffrey george georges georgi gerald gerard gerd gerhard
    gianni gilbert gilles giorgio giovanni girish giulia giuseppe gleb gloria godfrey gonzalo gopal gordon
    graham greg gregor gregory greta grigory grzegorz guido guillaume guillermo gunnar gunter gus gustav
    gustavo gwen habib hakan hakim hal hamid hamza hank hannah hans harald harold harriet harry hartmut harvey
    hasan hassan hedwig heidi heiko heinrich heinz helen helena helene helga helmut hendrik henk henri
    henrietta henrik henry herbert herman hermann hilary hilda hiroshi homer horacio horst hossein howard
    hubert hugh hugo humphrey husain hussein ian ibrahim ida idris ignacio igor ilan ilya imran indira ines
    inga inge ingrid ioan ion iosif irena irene irina isaac isabel isabella isabelle isaiah ismail istvan ivan
    ivo jaakko jaap jacek jacob jacqueline jacques jaime jake jakob jakub jamal james jamila jan jane janet
    janez janine janos jarmo jaroslav javier jawad jean jeanne jeff jeffrey jelena jennifer jens jeremy jerome
    jerry jesper jessica jesus jim jimmy joachim joan joanna joao jody joe joel joerg johan johann johanna
    johannes john johnny jon jonas jonathan joost jordi jorge jose josef joseph joshua josip juan juha juhani
    julia julian julie julien juliet juliette julio julius juri jussi justin kamal kamala karel karen karim
    karin karl karsten katarina kate katerina katharina kathleen kathryn katja keith kelly ken kenneth kevin
    khaled khalid khalil kirsten kirsti klara klaus kofi konrad konstantin krishna kristian kristina krzysztof
    kumar kurt kwame larry lars lasse laszlo latifa laura laurence laurent laxmi lech leila lena lennart leo
    leon leonard leonardo leonid leopold leszek lev lewis liam lidia lilian linda lindsay lionel lisa lise
    livia lorenzo louis louisa louise luc luca lucas lucia lucie lucien lucy ludmila ludwig luigi luis luisa
    luka lukas lydia lyudmila maarten maciej maggie magnus mahmoud mahmud maja makoto malcolm malgorzata malik
    mamadou manfred manoj manuel manuela marc marcel marcello marcelo marcin marco marcos marcus marek
    margaret margarita maria mariam marian mariana marianne marie marina mario marion marit marius marjorie
    markku marko markus marta martha marthe martina martine martti marwan mary masha massimo mathias mathieu
    matt matthew matthias matti maureen maurice mauricio mauro maximilian mehdi mehmet melanie mercedes
    michael michaela michal michel michele michelle mick miguel mihai mikael mike mikhail mikko milan milos
    milton mircea miriam miroslav mitchell moeen mohamed mohammad mohammed mohan moises monica monika monique
    moritz moses mostafa muhammad murad muriel murray musa mustafa mustapha nabil nadia nadine nancy naomi
    narayan nasser natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolae nicolas
    nicole niels nigel nikita niklas niko nikola nikolai nikolaus nils nina nino noah nora norbert noriko
    norma norman nuno olaf ole oleg olena olga oliver olivia olivier olof omar oren orlando osama oscar osman
    oswald otto owen pablo paddy pamela paola paolo parviz pascal patricia patricio patrick patrik paul paula
    paulina paulo pavel pavlo pedro pekka percy peter petr petra petros phil philip philippe phillip phyllis
    pierre pieter piotr pontus prakash predrag przemyslaw qasim rachel radoslaw rafael raffaele ragnar rahim
    rahul rainer raj rajesh ralf ralph ramesh ramon raoul raphael rashid raul ravi ray raymond rebecca regina
    reinhard reinhold remy renata renate rene reza ricardo riccardo richard rick rita robert roberta roberto
    robin roderick rodolfo rodrigo roger roland rolf roman ron ronald ronnie rosa rosalind rosario roy ruben
    rudolf rudolph rupert ruslan russell ruth ryan saad sabine sabrina sadiq saeed salah saleh salim sally
    salma salvatore sam samantha sami samir samuel sandra sandro sanjay santiago sara sarah sasha satish scott
    sean sebastian seppo serge sergei sergey sergio seth shahid shankar sharon sheila shimon shirley sid
    sidney siegfried sigrid silvia simon simone sinan sofia solomon sonia sophia sophie soren spencer stan
    stanislav stanley stefan stefania stefano steffen stella stephan stephanie stephen steve steven stig
    stuart sunil suresh susan susanna susanne suzanne svein sven svetlana sylvia sylvie tadeusz tamara tanja
    tanya tariq tatiana tatyana ted teodor terence teresa thabo thandeka theo theodor theodore theresa therese
    thierry thomas tiina tim timothy tobias todd tom tomas tomasz tommaso toni tony tore torsten trevor trygve
    tuomas ulf uli ulla ulrich ulrike umar umberto urs ursula usha uwe vaclav valentin valentina valeria
    valerie valery vanessa vasile vasily vera veronica veronika vic vicente victoria vijay viktor viktoria
    vilma vincent vincenzo virginie vitaly vittorio vivian vlad vladimir vladislav volker vyacheslav walid
    walt walter waltraud wanda werner wesley wilfred wilhelm willem william willy winifred wladyslaw wojciech
    wolf wolfgang xavier yael yahya yakov yan yannick yasmin yasser yitzhak yohannes yoko yosef youssef yulia
    yuri yusuf yves yvette yvonne zainab zbigniew zdenek zoe zoltan zoran zuzana
    """
)
