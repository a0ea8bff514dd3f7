package codeframe.image.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What columns are called, in the languages in which tables are met: compared without case, spaces, punctuation and
 * accents. The first name that a table has is taken.
 */
final class ColumnNames {
    private static final Map<Field, List<String>> NAMES = new EnumMap<>(Field.class);

    static {
        NAMES.put(Field.IMAGE, words("""
                imagepath filepath localpath path filename imagefile image file photo picture img
                bilddatei bildpfad dateipfad dateiname bildname bild datei pfad foto
                cheminimage nomdufichier nomfichier fichierimage fichier chemin
                nombredearchivo nombrearchivo archivoimagen archivo imagen ruta
                nomefile nomedelfile immagine percorso
                nomedoarquivo nomedoficheiro arquivo ficheiro imagem caminho
                gorseldosyasi dosyaadi dosyayolu gorsel resim dosya
                bestandsnaam bestand afbeelding nazwapliku plik obraz zdjecie
                имяфайла файл изображение картинка 文件名 图片 ファイル名 画像"""));
        NAMES.put(Field.POST, words("""
                postid shortcode objectid itemid tweetid messageid mediaid code
                beitragsid beitragid beitragsnummer beitrag kurzcode kennung
                iddupost idpost idpublication publication identifiant
                iddelapublicacion idpublicacion publicacion identificador
                iddelpost idpubblicazione pubblicazione identificativo
                gonderiid gonderinumarasi gonderi paylasimid kimlik
                berichtid idposta idwpisu post id"""));
        NAMES.put(Field.ACCOUNT, words("""
                username account accountname author screenname handle user pagename page
                kontoname konto nutzername nutzer benutzername benutzer autor autorin absender profil seite kanal
                nomdutilisateur utilisateur compte auteur
                nombredeusuario usuario cuenta perfil pagina
                nomeutente utente autore profilo
                nomedeusuario conta
                kullaniciadi kullanici hesapadi hesap yazar sayfa
                gebruikersnaam gebruiker uzytkownik konto автор аккаунт пользователь 用户名 ユーザー名"""));
        NAMES.put(Field.POSTED_AT, words("""
                postedat timestamp timeofposting postcreated createdat createdtime takenat datetime date publishedat
                veroffentlichtam veroffentlicht erstelltam gepostetam zeitstempel zeitpunkt datumuhrzeit datum uhrzeit zeit
                datedepublication datepublication publiele horodatage dateheure
                fechadepublicacion fechapublicacion fechayhora fechahora marcadetiempo publicadoel fecha
                datadipubblicazione pubblicatoil dataeora dataora
                datadepublicacao datahora
                paylasimtarihi yayintarihi gonderitarihi tarihsaat tarih zaman
                дата 日期 日付 time data"""));
        NAMES.put(Field.KIND, words("""
                kind typeofcontent mediatype contenttype posttype type
                medientyp inhaltstyp beitragstyp beitragsart typ art
                typedecontenu typedemedia tipodecontenido tipodemedio tipodepublicacion tipodicontenuto
                tipodimedia tipo icerikturu medyaturu gonderituru tur tip soort rodzaj тип"""));
        NAMES.put(Field.TEXT, words("""
                caption text body message posttext description title
                bildunterschrift beitragstext beschreibung nachricht titel
                legende texte titre textodelapublicacion piedefoto texto descripcion mensaje leyenda titulo
                didascalia testo descrizione messaggio titolo legenda descricao
                altyazi metin aciklama mesaj baslik bijschrift tekst opis текст подпись описание 正文 本文"""));
        NAMES.put(Field.URL, words("""
                posturl permalink url link
                beitragslink beitragsadresse webadresse adresse
                lien enlace direccion collegamento indirizzo endereco ligacao
                baglanti gonderibaglantisi adres ссылка 链接"""));
    }

    private ColumnNames() {}

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).map(ColumnNames::plain).toList();
    }

    static Optional<String> column(Field field, List<String> header) {
        return NAMES.get(field).stream()
                .flatMap(name -> header.stream().filter(column -> plain(column).equals(name)))
                .findFirst();
    }

    private static String plain(String column) {
        var letters = column.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ı', 'i')
                .replace("ø", "o")
                .replace("ł", "l");
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
