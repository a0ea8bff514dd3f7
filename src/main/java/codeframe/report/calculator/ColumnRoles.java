package codeframe.report.calculator;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a column is by its name, in the languages in which tables are met: a unit's name, a coder's, or a code. */
final class ColumnRoles {
    private static final Set<String> UNIT = words("""
            unit units unitid image images imageid imagename imagepath img picture pic photo file filename filepath path url
            link uri id ids uuid guid item items itemid index idx row rows rownumber nr no num number case cases caseid record
            recordid document documentid docid post postid story storyid shortcode tweetid mediaid objectid subject
            subjectid respondent respondentid name unnamed
            bild bilder bildid bildname bilddatei datei dateiname pfad einheit einheitid fall fallid fallnummer nummer lfdnr
            lfdno laufendenummer kennung beitrag beitragsid foto zeile
            fichier nomdufichier chemin unite numero identifiant ligne
            archivo nombredearchivo imagen unidad identificador caso fila enlace
            immagine nomefile percorso unita identificativo riga
            gorsel resim dosya dosyaadi birim sirano numara kimlik vaka satir
            imagem arquivo ficheiro unidade linha obraz zdjecie plik nazwapliku jednostka numer
            afbeelding bestand bestandsnaam eenheid nummerering файл изображение номер единица""");
    private static final Set<String> CODER = words("""
            coder coders coderid codername annotator annotatorid rater raterid judge observer worker workerid
            kodierer kodiererin kodierende codierer codiererin bewerter annotatorin
            codeur codeuse annotateur codificador codificadora anotador codificatore annotatore kodlayici kodlayan
            codificadorid koder codeerder кодировщик""");
    private static final Set<String> VALUE = words("""
            value values label labels rating score answer category annotation
            wert kategorie kode antwort bewertung auspragung
            valeur categorie reponse etiquette valor categoria respuesta etiqueta valore risposta etichetta
            deger kategori yanit etiket wartosc kategoria waarde значение""");
    private static final Pattern OF_IDS = Pattern.compile(".*[A-Za-z][ _-][iI][dD]|.*[a-z](ID|Id)");

    private ColumnRoles() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static boolean isUnit(String column) {
        return UNIT.contains(plain(column)) || (OF_IDS.matcher(column.strip()).matches() && !isCoder(column));
    }

    static boolean isCoder(String column) {
        return CODER.contains(plain(column));
    }

    static boolean isValue(String column) {
        return VALUE.contains(plain(column));
    }

    static boolean isKnown(String column) {
        return isUnit(column) || isCoder(column) || isValue(column);
    }

    /** The first that is one, or -1. */
    static int first(List<String> columns, Predicate<String> is) {
        for (int i = 0; i < columns.size(); i++) {
            if (is.test(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String column) {
        var letters = column.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ı', 'i')
                .replace("ł", "l");
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
