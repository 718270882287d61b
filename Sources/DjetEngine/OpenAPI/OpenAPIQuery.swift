import DjetJSON
import DjetModel
import Foundation

/// Describes query fields as OpenAPI parameters.
enum OpenAPIQuery {
    static func parameter(_ field: QueryField) -> JSONValue {
        let schema = schema(of: field.kind)
        return [
            "name": .text(field.name), "in": "query", "description": .text(field.meaning),
            "required": .flag(field.isRequired),
            // A blank field counts as left out: pages' forms send all of their fields.
            "schema": field.isRequired ? schema : ["anyOf": [schema, blank]],
        ]
    }

    private static let blank: JSONValue = ["type": "string", "maxLength": 0]

    private static func text(upTo limit: Int) -> JSONValue {
        [
            "type": "string", "minLength": 1, "maxLength": .number(Decimal(limit)),
            "pattern": #"^[^\x00]*$"#,
        ]
    }

    private static func schema(of kind: QueryField.Kind) -> JSONValue {
        switch kind {
        case .text: text(upTo: 1_000)
        case .words: text(upTo: 200)
        case .integer(let bounds):
            [
                "type": "integer", "minimum": .number(Decimal(bounds.lowerBound)),
                "maximum": .number(Decimal(bounds.upperBound)),
            ]
        case .choice(let choices): ["type": "string", "enum": .list(choices.map(JSONValue.text))]
        case .matching(let pattern, let example):
            ["type": "string", "pattern": .text(pattern), "example": .text(example)]
        case .time:
            ["anyOf": [["type": "string", "format": "date-time"], ["type": "string", "format": "date"]]]
        }
    }
}
