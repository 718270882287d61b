extension SchemaDescribed where Self: FixedWidthInteger {
    /// A whole number in the type's range, 64 bits at most.
    public static var schema: Schema {
        .integer(Int64(clamping: Self.min)...Int64(clamping: Self.max))
    }
}

extension Int: SchemaDescribed {}
extension Int8: SchemaDescribed {}
extension Int16: SchemaDescribed {}
extension Int32: SchemaDescribed {}
extension Int64: SchemaDescribed {}
extension UInt: SchemaDescribed {}
extension UInt8: SchemaDescribed {}
extension UInt16: SchemaDescribed {}
extension UInt32: SchemaDescribed {}
extension UInt64: SchemaDescribed {}
