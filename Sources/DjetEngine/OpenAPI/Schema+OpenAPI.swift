import DjetModel
import DjetStore

extension Schema {
    /// The same in the words of JSON Schema, which OpenAPI 3.1 speaks.
    var openAPI: JSONValue {
        get throws { try JSON.value(from: JSON.tree(of: jsonSchema)) }
    }
}
