import CLibPQ

/// The fields of an error or a notice, by the letters of the protocol ("Error and Notice Message Fields" in
/// PostgreSQL's manual). libpq names them, too, but as character constants, which Swift does not see.
enum ErrorField: Int32 {
    case message = 0x4D  // M
    case severity = 0x56  // V, in English whatever the server's language
    case sqlState = 0x43  // C
    case detail = 0x44  // D
    case hint = 0x48  // H
    case position = 0x50  // P
    case constraint = 0x6E  // n
    case table = 0x74  // t
    case routine = 0x52  // R

    func text(in result: OpaquePointer) -> String? {
        PQresultErrorField(result, rawValue).map { String(cString: $0) }
    }
}
