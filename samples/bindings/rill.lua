--[[ rill: librill in LuaJIT, by its FFI; nothing to compile.

	local rill = require "rill"

	for span in rill.spans(text, { date = "2019-07-04" }) do
		if span.type == "quote" then
			print(span.value, span.text)
		end
	end

As a program: luajit rill.lua [FILE...]  RILL_LIB names another library than the
installed one. ]]
local ffi = require "ffi"

ffi.cdef [[
struct rill_span {
	int32_t type, reserved;
	int64_t start, end_, start_byte, end_byte, sentence;
	const char *label, *value, *attrs, *text;
};
struct rill *rill_open(void);
void rill_close(struct rill *rill);
int rill_set(struct rill *rill, const char *name, const char *value);
int rill_feed(struct rill *rill, const char *bytes, size_t length);
int rill_end(struct rill *rill);
const struct rill_span *rill_next(struct rill *rill);
int rill_status(const struct rill *rill);
const char *rill_message(int status);
const char *rill_type_name(int type);
]]

local lib = ffi.load(os.getenv("RILL_LIB") or "librill.so.1")
local M = {}

local function check(status)
	if status ~= 0 then
		error(ffi.string(lib.rill_message(status)), 3)
	end
end

-- All rows of a text; options as rill_set has them.
function M.spans(text, options)
	local handle = lib.rill_open()

	assert(handle ~= nil, "out of memory")
	handle = ffi.gc(handle, lib.rill_close)
	for name, value in pairs(options or {}) do
		check(lib.rill_set(handle, name, tostring(value)))
	end
	check(lib.rill_feed(handle, text, #text))
	check(lib.rill_end(handle))
	return function()
		-- text is named here, so that it stays alive until the end
		local s = text and lib.rill_next(handle)

		if s == nil then
			check(lib.rill_status(handle))
			return nil
		end
		return {
			type = ffi.string(lib.rill_type_name(s.type)),
			start = tonumber(s.start),
			stop = tonumber(s.end_),
			sentence = tonumber(s.sentence),
			label = ffi.string(s.label),
			value = ffi.string(s.value),
			attrs = ffi.string(s.attrs),
			text = ffi.string(s.text),
		}
	end
end

-- When run, not required: arg[0] is this file.
if arg and arg[0] and arg[0]:match("rill%.lua$") and ... ~= "rill" then
	for _, path in ipairs(#arg > 0 and arg or { "/dev/stdin" }) do
		local file = assert(io.open(path, "rb"))

		for s in M.spans(file:read("*a")) do
			io.write(table.concat({ s.type, s.start, s.stop,
			    s.sentence, s.label, s.value, s.text }, "\t"), "\n")
		end
		file:close()
	end
end

return M
