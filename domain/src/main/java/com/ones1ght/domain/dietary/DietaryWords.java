package com.ones1ght.domain.dietary;

/**
 * The words for allergens and diets in English, Korean and Japanese. GS1 codes are those of the code list
 * AllergenTypeCode of the GS1 Global Data Dictionary. Words of labels come from the three lists that {@link Allergen}
 * names, those with hyphens or spelled differently also from Open Food Facts' taxonomy of allergens; the rest is what
 * people write, pictures among it. English plurals in -s and -es need no entry of their own.
 */
final class DietaryWords {

    /**
     * A line has a code, the GS1 code or {@code -}, and the words of the three languages. The first word of each
     * language is the name by which shoppers and models are told.
     */
    static final String NAMED = """
            milk|AM|milk,dairy,lactose,cheese,butter,yogurt,yoghurt,cream,casein,whey,cow's milk,cows milk,cow milk,goat's milk,goat milk,milk powder,milk protein,ghee,dairies,🥛,🧀,🧈|우유,유제품,유제,유당,락토스,락토오스,락토즈,밀크,치즈,버터,요거트,요구르트,생크림,크림,유청,카제인,분유,산양유|乳,牛乳,乳製品,乳糖,乳成分,ミルク,チーズ,バター,ヨーグルト,生クリーム,クリーム,カゼイン,ホエイ,ラクトース,粉乳,乳たんぱく,乳蛋白
            egg|AE|egg,hen's egg,hens egg,mayonnaise,mayo,ovalbumin,albumen,🥚,🍳|계란,달걀,난류,알류,가금류 알,에그,마요네즈,메추리알,난백,난황,알|卵,玉子,たまご,タマゴ,鶏卵,卵白,卵黄,エッグ,マヨネーズ,うずらの卵
            fish|AF|fish,anchovy,anchovies,tuna,cod,sardine,trout,herring,pollock,halibut,sea bass,bonito,🐟,🐠,🎣|생선,어류,물고기,참치,멸치,명태,동태,대구,갈치,도미,임연수,장어,황태,북어,액젓,어묵,조기,꽁치,가자미,명란|魚,魚類,さかな,フィッシュ,まぐろ,マグロ,ツナ,タラ,鱈,いわし,鰯,かつお,鰹,ぶり,鯛,たらこ,明太子,魚卵,白身魚,青魚
            mackerel|MAC|mackerel|고등어|さば,サバ,鯖
            salmon|ADR|salmon|연어|さけ,サケ,鮭,サーモン
            salmon_roe|SMR|salmon roe,ikura,red caviar|연어알|いくら,イクラ,すじこ,筋子
            crustacean|AC|crustacean,crustacea,lobster,crayfish,crawfish,langoustine,krill,🦞|갑각류,갑각,랍스터,로브스터,바닷가재,가재|甲殻類,甲殻,ロブスター,伊勢海老,ザリガニ,オキアミ
            shrimp|ABL|shrimp,prawn,scampi,🦐,🍤|새우,대하,쉬림프|えび,エビ,海老,蝦
            crab|ABG|crab,crab meat,🦀|게,꽃게,대게,킹크랩,게살,크랩|かに,カニ,蟹
            mollusc|UM|mollusc,mollusk,scallop,octopus,octopuses,snail,cockle,🐙,🐚|조개류,연체류,연체동물,패류,조개,가리비,관자,문어,낙지,주꾸미,쭈꾸미,소라,골뱅이|軟体動物,貝,貝類,ほたて,ホタテ,帆立,たこ,タコ,蛸,二枚貝,さざえ
            squid|SQU|squid,calamari,cuttlefish,🦑|오징어,한치,갑오징어|いか,イカ,烏賊,するめ
            abalone|ABN|abalone|전복|あわび,アワビ,鮑
            oyster|OYS|oyster,🦪|굴,석화|かき,カキ,牡蠣,牡蛎,オイスター
            mussel|MSS|mussel|홍합|ムール貝,いがい
            clam|CLM|clam|바지락,대합,모시조개,백합조개|あさり,アサリ,はまぐり,ハマグリ,しじみ
            peanut|AP|peanut,groundnut,peanut butter,monkey nut,🥜|땅콩,피넛,땅콩버터|落花生,ピーナッツ,ピーナツ,南京豆,ピーナッツバター
            tree_nut|AN|tree nut,treenut|나무 견과류,나무견과류,나무견과,트리넛|木の実,木の実類,ツリーナッツ
            walnut|SW|walnut|호두|くるみ,クルミ,胡桃
            almond|SA|almond,almond flour,almond milk|아몬드,아몬드 밀크,아몬드밀크,아몬드 우유|アーモンド,アーモンドミルク
            cashew|SC|cashew,cashew nut,cashewnut|캐슈넛,캐슈,캐슈너트|カシューナッツ,カシュー
            pine_nut|PN|pine nut,pinenut,pignoli|잣|松の実
            hazelnut|SH|hazelnut,hazel nut,filbert|헤이즐넛,개암|ヘーゼルナッツ
            pecan|SP|pecan,pecan nut|피칸|ピーカンナッツ,ペカンナッツ,ピーカン
            brazil_nut|SR|brazil nut,brazilnut|브라질너트,브라질넛|ブラジルナッツ
            macadamia|SM|macadamia,macadamia nut|마카다미아,마카다미아넛|マカダミアナッツ,マカダミア
            pistachio|ST|pistachio,pistachio nut|피스타치오|ピスタチオ,ピスタチオナッツ
            gluten|AW|gluten,celiac,coeliac,cereals containing gluten|글루텐,글루틴,셀리악,셀리악병|グルテン,セリアック,セリアック病
            wheat|UW|wheat,flour,wheat flour,durum,semolina,couscous,seitan,bulgur,🌾,🍞|밀,밀가루,소맥,소맥분|小麦,小麦粉,こむぎ,コムギ
            spelt|GS|spelt,dinkel|스펠트밀,스펠트|スペルト小麦,スペルト
            rye|NR|rye|호밀|ライ麦
            barley|GB|barley,malt|보리,맥아|大麦,麦芽
            oat|GO|oat,oatmeal,oat milk|귀리,오트,오트밀,오트 밀크|オーツ麦,オート麦,えん麦,燕麦,オーツ,オートミール,オーツミルク
            buckwheat|BWD|buckwheat,buckwheat flour,soba|메밀|そば,ソバ,蕎麦
            soy|AY|soy,soya,soybean,soya bean,soy bean,tofu,soy milk,soymilk,soy sauce,edamame,tempeh,miso|대두,콩,두부,두유,된장,간장,콩나물,콩가루,대두유,메주,검은콩|大豆,だいず,ダイズ,豆腐,豆乳,味噌,醤油,枝豆,納豆
            sesame|AS|sesame,sesame seed,sesame oil,tahini|참깨,깨,참기름,통깨|ごま,ゴマ,胡麻,ごま油,ゴマ油,胡麻油
            celery|BC|celery,celeriac|셀러리,샐러리|セロリ,セロリー
            mustard|BM|mustard,mustard seed|겨자,머스타드,머스터드|からし,カラシ,マスタード,辛子,芥子
            lupin|NL|lupin,lupine|루핀|ルピナス,ルピン
            sulphite|AU|sulphite,sulfite,sulphur dioxide,sulfur dioxide,so2|아황산류,아황산염,아황산,이산화황|亜硫酸塩,亜硫酸,二酸化硫黄
            pork|PO|pork,pork meat,bacon,ham,pig,lard,prosciutto,🐷,🐖,🥓|돼지고기,돼지,돼지 고기,돈육,삼겹살,베이컨,햄,돼지기름|豚肉,豚,ぶた肉,ポーク,ベーコン,ハム,ラード
            beef|BF|beef,beef meat,cow,veal,steak,🐮,🐄|소고기,쇠고기,소 고기,우육,한우|牛肉,牛,ビーフ
            chicken|CM|chicken,chicken meat,chicken breast,hen,poultry,🐔,🍗|닭고기,닭,닭 고기,닭가슴살,치킨,가금류|鶏肉,鶏,鶏もも,鶏もも肉,鶏むね肉,もも肉,むね肉,ささみ,とり肉,鳥肉,チキン
            peach|PHD|peach,🍑|복숭아|もも,モモ,桃,ピーチ
            apple|APL|apple,🍎,🍏|사과|りんご,リンゴ,林檎
            orange|OGD|orange|오렌지|オレンジ
            kiwi|KWD|kiwi,kiwifruit,kiwi fruit,🥝|키위|キウイ,キウイフルーツ,キウィ
            banana|BND|banana,🍌|바나나|バナナ
            tomato|TTD|tomato,🍅|토마토,방울토마토|トマト
            yam|YMD|yam,mountain yam,nagaimo|마,참마,산마|やまいも,ヤマイモ,山芋,山いも,長芋,長いも,とろろ
            matsutake|MMD|matsutake,matsutake mushroom|송이버섯,송이|まつたけ,マツタケ,松茸
            gelatin|GTD|gelatin,gelatine|젤라틴|ゼラチン
            vegan|-|vegan,veganism,plant based,plantbased|비건,완전채식,완전 채식|ビーガン,ヴィーガン,ヴィーガニズム,完全菜食,ビーガニズム
            vegetarian|-|vegetarian,veggie,vegetarianism,lacto ovo vegetarian,ovo lacto vegetarian,jain,jainism|채식,베지테리언,베지테리안,채식주의,채식주의자,락토오보,자이나교|ベジタリアン,菜食,菜食主義,ベジ,ジャイナ教
            pescatarian|-|pescatarian,pescetarian,meat|페스코,페스코 베지테리언,페스코베지테리언,페스카테리언,페스코채식,고기,육류|ペスカタリアン,ペスコ,ペスコベジタリアン,肉,お肉,肉類
            halal|-|halal|할랄|ハラール,ハラル
            kosher|-|kosher|코셔,코셔식|コーシャ,コーシャー,コーシェル
            """;

    /** Words for several of them: their codes and the words. */
    static final String COLLECTIVE = """
            crustacean mollusc|shellfish,어패갑각류,甲殻類と貝類
            pork beef|red meat,붉은 고기,赤身肉,赤肉
            fish crustacean mollusc|seafood,해산물,해물,수산물,어패류,シーフード,海産物,海鮮,魚介,魚介類,海の幸
            tree_nut peanut|nut,mixed nut,견과류,견과,넛류,너트,ナッツ,ナッツ類
            """;

    /** Foods whose names contain the word for something that they do not contain, in words or in part. */
    static final String OTHERS = """
            coconut,coconut milk,coconut butter,coconut cream,rice milk,cocoa butter,shea butter,apple butter,buttercup,cream of tartar,oyster mushroom,king oyster mushroom,fish mint,dragon fruit,코코넛밀크,코코넛 밀크,코코넛크림,코코넛 크림,라이스밀크,코코넛,버터넛,버터넛 스쿼시,너트메그,카카오버터,크림색,사과대추,나비콩,ココナッツミルク,ココナツミルク,ココナッツクリーム,ライスミルク,ココアバター,カカオバター,離乳食,ココナッツ,ココナツ,ドーナッツ,パイナップル,バターナッツ,バターナッツかぼちゃ,タコス,corn flour,rice flour
            """;

    /** What people write around the words and what does not change what is meant. */
    static final String FILLERS = """
            ❌,🚫,⛔,✖,allergy,allergies,allergic,allergen,allergens,anaphylaxis,anaphylactic,intolerance,intolerant,intolerances,sensitivity,sensitive,hypersensitivity,reaction,reactions,disease,diet,dietary,restriction,restrictions,free,no,non,not,without,avoid,avoids,avoiding,exclude,excludes,excluding,never,eat,eats,eating,consume,any,all,i,i'm,im,i am,am,have,has,is,a,an,the,my,to,of,from,on,or,and,severe,severely,mild,mildly,strong,strongly,very,serious,seriously,please,product,products,item,items,food,foods,based,contain,contains,containing,cannot,can not,can't,cant,don't,dont,do,does,doesn't,doesnt,did,only,strictly,strict,raw,cooked,fresh,whole,white,whites,yolk,yolks,also,intake,gives me hives,hives,get,gets,who,person,follow,follows,following,observe,high,low,medium,confirmed,diagnosed,true,yes,severity,level,type,category,name,note,notes,grade,since
            알레르기,알러지,앨러지,알레지,알러르기,과민증,과민,불내증,불내성,프리,무,노,논,없는,없이,없음,없어요,없습니다,제외,빼고,빼기,빼주세요,빼,뺀,금지,못,안,먹음,먹어요,먹는,먹습니다,먹을,먹으면,먹지,않음,않아요,않습니다,마심,마셔요,수,있음,있어요,있습니다,있다,있는,있고,심함,심한,심해요,심하게,절대,전부,모두,모든,전체,종류,류,제품,식품,음식,요리,들어간,들어있는,든,포함,함유,은,는,이,가,을,를,에,에는,도,만,의,로,과,와,랑,하고,못먹음,못먹어요,못먹는,안먹음,안먹어요,섭취,불가,반응,증상,체질,주의,주의자,회피,피함,피해요,피해야,식단,식이,식,자,입니다,이에요,예요,해요,합니다,함,생,날,흰자,노른자,그리고,및,또는,대한,쪽,계열,중증,경증,제한,두드러기
            アレルギー,アレルゲン,不耐症,過敏症,過敏,フリー,なし,無し,抜き,ぬき,除去,除く,除外,不使用,禁止,ng,だめ,ダメ,不可,苦手,嫌い,食べない,食べません,食べられない,食べられません,食べれない,飲めない,飲まない,を,が,は,に,の,も,で,へ,と,や,です,ます,だ,ある,あり,あります,有り,対する,対して,製品,食品,類,など,等,全般,全て,すべて,全部,入り,入った,含む,含め,重度,軽度,重い,軽い,ひどい,強い,無,非,生,避ける,避けて,避けています,います,いる,主義,主義者,者,食,入っていない,反応,症,白身,黄身,及び,および,または,持ち,体質,制限,しない,していない,摂らない
            """;

    private DietaryWords() {}
}
