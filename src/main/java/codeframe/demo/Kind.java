package codeframe.demo;

import java.util.function.Consumer;

/** The kinds of scene that can be drawn. The order is part of the seed's meaning: add new kinds at the end. */
public enum Kind {
    POSTER(CampaignScenes::poster),
    FLYERS(CampaignScenes::flyers),
    COLLAGE(CollageScene::collage),
    RALLY(EventScenes::rally),
    EMPTY_HALL(EventScenes::emptyHall),
    CONVENTION(EventScenes::convention),
    LECTERN(EventScenes::lectern),
    TV_STUDIO(MediaScenes::studio),
    PRESS_CONFERENCE(MediaScenes::pressConference),
    SELFIE(FaceScenes::selfie),
    PORTRAIT(FaceScenes::portrait),
    HANDSHAKE(ContactScenes::handshake),
    STREET_TALK(ContactScenes::streetTalk),
    MOUNTAINS(Landscapes::mountains),
    CITY(Landscapes::city),
    FOOD(EverydayScenes::food),
    SCREENSHOT(MediaScenes::screenshot),
    PROTEST(ContactScenes::protest),
    PARLIAMENT(WorkScenes::parliament),
    FACTORY(WorkScenes::factory),
    HOME(EverydayScenes::home),
    VEHICLE(VehicleScene::vehicle);

    private final Consumer<Sketch> scene;

    Kind(Consumer<Sketch> scene) {
        this.scene = scene;
    }

    void paint(Sketch sketch) {
        scene.accept(sketch);
    }
}
