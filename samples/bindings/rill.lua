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

-- When run, not required: arg[0] is this file.
local is_program = arg and arg[0] and arg[0]:match("rill%.lua$") and
    ... ~= "rill"

local function die(reason)
	io.stderr:write("rill.lua: ", reason, "\n")
	os.exit(1)
end

local found, lib = pcall(ffi.load, os.getenv("RILL_LIB") or "librill.so.1")
if not found then
	(is_program and die or error)(lib)
end
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

local function read(path)
	local file, reason = io.open(path, "rb")
	local text

	if file then
		text, reason = file:read("*a")
		file:close()
	end
	if not text then	-- a folder opens, and cannot be read
		reason = reason or "cannot be read"
		die(reason:sub(1, #path) == path and reason or
		    path .. ": " .. reason)
	end
	return text
end

if is_program then
	for _, path in ipairs(#arg > 0 and arg or { "/dev/stdin" }) do
		for s in M.spans(read(path)) do
			if not io.write(table.concat({ s.type, s.start,
			    s.stop, s.sentence, s.label, s.value, s.text },
			    "\t"), "\n") then
				die("write error")
			end
		end
	end
	if not io.stdout:flush() then
		die("write error")
	end
end

return M
