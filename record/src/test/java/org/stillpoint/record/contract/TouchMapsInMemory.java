package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchMaps;

/** The touch maps, in memory. */
final class TouchMapsInMemory implements TouchMaps {
    private final OfAClient<TouchMap> maps;

    TouchMapsInMemory(Memory memory, ClientsInMemory clients) {
        maps = new OfAClient<>(
                "touch map", memory, clients, TouchMap::id, TouchMap::client, map -> Version.FIRST, (map, seen) -> map);
    }

    @Override
    public void add(TouchMap map) {
        maps.add(map, TouchMap::equals);
    }

    @Override
    public List<TouchMap> list(Id<Client> client) {
        return maps.list(client, Comparator.comparing(map -> map.version().number()));
    }
}
