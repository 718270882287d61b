import DjetModel
import HTTPTypes
import Hummingbird

extension Site {
    /// Returns the answer to a liveness check that strangers may make; nil for any other request.
    ///
    /// It uses the last known tree, however old, since a database that is away must not let the process seem
    /// dead. The answer tells nothing else.
    func liveness(_ request: Request) -> RenderedReply? {
        guard [.get, .head].contains(request.method), request.uri.query == nil,
            request.uri.path.hasSuffix("/live"), let tree = lastTree,
            let path = try? RequestPath(request.uri.path), !path.hasTrailingSlash,
            let place = tree.find(segments: path.segments),
            place.rest == ["live"], place.node.redirect == nil, isShippedHealth(place.node),
            tree.rights(at: place.node, roles: []).contains(.view)
        else { return nil }
        return RenderedReply(.ok, [:], MediaName.json, HealthEngine.live)
    }

    private func isShippedHealth(_ node: Node) -> Bool { engines[node.basetype] is HealthEngine }
}
