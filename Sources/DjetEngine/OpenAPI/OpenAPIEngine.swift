import DjetModel
import DjetStore

/// Describes the site to programs: an OpenAPI 3.1 document of all that the visitor may do.
///
/// It is made of the tree and of the engines' routes, the same that requests are matched with.
struct OpenAPIEngine: Engine {
    static let basetype = Basetype("openapi", title: "OpenAPI", isSingleton: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "The OpenAPI document of what you may do", answer: .bytes(MediaName.json)
            ) { visit in
                try .json(OpenAPIDocument(visit).value)
            }
        ]
    }
}
