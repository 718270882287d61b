/// The values of a statement in the form that libpq expects: one buffer, and the start of each value.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ parameters: [Parameter]) {
        for parameter in parameters {
            switch parameter {
            case .null: append([UInt8](), format: 0, isNull: true)
            case .text(let text): append(text.utf8, format: 0)
            case .bytes(let value): append(value, format: 1)
            }
        }
    }

    private mutating func append(_ value: some Collection<UInt8>, format: Int32, isNull: Bool = false) {
        offsets.append(isNull ? nil : bytes.count)
        lengths.append(Int32(value.count))
        formats.append(format)
        bytes.append(contentsOf: value)
        bytes.append(0)
    }

    func withPointers<Result>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        guard !offsets.isEmpty else { return body(0, nil, nil, nil) }
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            let values = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(Int32(values.count), values, lengths, formats)
        }
    }
}
