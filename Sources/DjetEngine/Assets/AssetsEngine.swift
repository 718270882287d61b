import DjetModel
import HTTPTypes
import Hummingbird

/// The pages' style sheets, scripts and pictures, which are part of the program.
struct AssetsEngine: Engine {
    static let basetype = Basetype("assets", title: "Assets", isSingleton: true, isRequired: true)

    private static let assets: [String: Asset] = Dictionary(
        EmbeddedWeb.files.compactMap { file in
            guard file.path.hasPrefix("assets/") else { return nil }
            let name = String(file.path.dropFirst("assets/".count))
            return Asset(name, file.text).map { (name, $0) }
        }, uniquingKeysWith: { $1 })

    var routes: [Route] {
        [
            Route(.get, "{name}", "A style sheet, script or picture", answer: .bytes("*/*")) { visit in
                guard let asset = visit.parameters["name"].flatMap({ Self.assets[$0] }) else {
                    throw RequestError(.notFound, "there is no such asset")
                }
                return asset.reply
            }
        ]
    }
}
