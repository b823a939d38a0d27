/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/object/elf_file.h"

#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/base/cleanup.h"
#include "format/object/elf_note.h"

/* Notes are small; READ_CEILING guards against sparse files that claim to be huge. */
enum { NOTES_CEILING = 1024 * 1024, READ_CEILING = 1024 * 1024 * 1024 };

/* The type of the Go note, whose owner is "Go" with two NULs up to Go 1.4 and one since. */
enum { NOTE_GO_BUILD_ID = 4 };

struct elf_file {
	int fd;               /* -1 for an image */
	const uint8_t *image; /* NULL for a file */
	uint64_t size;
	uint16_t machine;
	bool has_fixed_address;
	bool is_go;
	struct elf_segment *segments;
	size_t segments_count;
	struct elf_section *sections;
	size_t sections_count;
	struct elf_bytes section_names;
	uint8_t *build_id;
	size_t build_id_size;
};

void elf_bytes_release(struct elf_bytes *bytes)
{
	free(bytes->owned);
	*bytes = (struct elf_bytes){0};
}

static int read_at(int fd, uint8_t *data, size_t size, uint64_t offset, struct err *err)
{
	size_t done = 0;

	while (done < size) {
		ssize_t got = pread(fd, data + done, size - done, (off_t)(offset + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_sys(err, errno, "cannot read");
		if (got == 0)
			return err_set(err, EBADMSG, "the file became shorter while it was read");
		done += (size_t)got;
	}
	return 0;
}

int elf_file_read(const struct elf_file *file, uint64_t offset, uint64_t size,
	struct elf_bytes *ret_bytes, struct err *err)
{
	AUTO_FREE uint8_t *data = NULL;
	int ret;

	if (offset > file->size || size > file->size - offset)
		return err_set(err, EBADMSG, "damaged ELF file: it refers to bytes beyond its end");
	if (file->image) {
		*ret_bytes = (struct elf_bytes){.data = file->image + offset, .size = size};
		return 0;
	}
	if (size > READ_CEILING)
		return err_set(err, EFBIG, "a table of the ELF file is larger than 1 GiB");
	data = malloc(size ? size : 1);
	if (!data)
		return err_memory(err);
	ret = read_at(file->fd, data, size, offset, err);
	if (ret)
		return ret;
	*ret_bytes = (struct elf_bytes){.data = data, .size = size, .owned = data};
	data = NULL;
	return 0;
}

/* What tprec can read, judged by the first bytes, before libelf sees the file. */
static int check_ident(const struct elf_file *file, struct err *err)
{
	AUTO(elf_bytes_release) struct elf_bytes ident = {0};
	int ret;

	if (file->size < EI_NIDENT)
		return err_set(err, ENOEXEC, "not an ELF file");
	ret = elf_file_read(file, 0, EI_NIDENT, &ident, err);
	if (ret)
		return ret;
	if (memcmp(ident.data, ELFMAG, SELFMAG) != 0)
		return err_set(err, ENOEXEC, "not an ELF file");
	if (ident.data[EI_CLASS] == ELFCLASS32)
		return err_set(err, ENOTSUP, "32-bit ELF files are not supported");
	if (ident.data[EI_DATA] == ELFDATA2MSB)
		return err_set(err, ENOTSUP, "big-endian ELF files are not supported");
	if (ident.data[EI_CLASS] != ELFCLASS64 || ident.data[EI_DATA] != ELFDATA2LSB ||
		ident.data[EI_VERSION] != EV_CURRENT)
		return err_set(err, ENOTSUP, "not a known kind of ELF file");
	if (file->size < sizeof(Elf64_Ehdr))
		return err_set(err, EBADMSG, "damaged ELF file: it ends inside its header");
	return 0;
}

static int check_header(const struct elf_file *file, const GElf_Ehdr *header, struct err *err)
{
	if (header->e_type == ET_REL)
		return err_set(err, ENOTSUP, "an object file, not yet a program or shared library");
	if (header->e_type == ET_CORE)
		return err_set(err, ENOTSUP, "a core dump, not a program or shared library");
	if (header->e_type != ET_EXEC && header->e_type != ET_DYN)
		return err_set(err, ENOTSUP, "ELF type %u is not a program or shared library",
			header->e_type);
	if (header->e_phoff > file->size || header->e_shoff > file->size)
		return err_set(
			err, EBADMSG, "damaged ELF file: its headers lie beyond its end (cut short?)");
	if ((header->e_phnum && header->e_phentsize != sizeof(Elf64_Phdr)) ||
		(header->e_shnum && header->e_shentsize != sizeof(Elf64_Shdr)))
		return err_set(err, EBADMSG, "damaged ELF file: its headers have odd sizes");
	return 0;
}

static int load_segments(struct elf_file *file, Elf *elf, const GElf_Ehdr *header, struct err *err)
{
	size_t count = 0;

	if (!header->e_phoff)
		return 0;
	if (elf_getphdrnum(elf, &count) ||
		count > (file->size - header->e_phoff) / sizeof(Elf64_Phdr))
		return err_set(
			err, EBADMSG, "damaged ELF file: bad program headers (cut short?)");
	if (!count)
		return 0;
	file->segments = calloc(count, sizeof(*file->segments));
	if (!file->segments)
		return err_memory(err);
	for (size_t i = 0; i < count; i++) {
		GElf_Phdr segment;

		if (!gelf_getphdr(elf, (int)i, &segment))
			return err_set(err, EBADMSG, "damaged ELF file: bad program headers: %s",
				elf_errmsg(-1));
		file->segments[i] = (struct elf_segment){
			.type = segment.p_type,
			.flags = segment.p_flags,
			.offset = segment.p_offset,
			.address = segment.p_vaddr,
			.file_size = segment.p_filesz,
			.memory_size = segment.p_memsz,
			.align = segment.p_align,
		};
	}
	file->segments_count = count;
	return 0;
}

/* Names are a convenience: where they cannot be read, every section is called "". */
static int load_section_names(struct elf_file *file, Elf *elf, struct err *err)
{
	const struct elf_section *table;
	size_t index;
	int ret;

	if (elf_getshdrstrndx(elf, &index) || index == 0 || index >= file->sections_count)
		return 0;
	table = &file->sections[index];
	if (table->type != SHT_STRTAB || !table->size || table->size > READ_CEILING)
		return 0;
	ret = elf_file_read(file, table->offset, table->size, &file->section_names, err);
	if (ret && ret != -EBADMSG)
		return ret;
	if (ret || file->section_names.data[file->section_names.size - 1] != '\0')
		elf_bytes_release(&file->section_names);
	return 0;
}

static const char *section_name(const struct elf_file *file, uint32_t offset)
{
	if (offset >= file->section_names.size)
		return "";
	return (const char *)file->section_names.data + offset;
}

static int load_sections(struct elf_file *file, Elf *elf, const GElf_Ehdr *header, struct err *err)
{
	AUTO_FREE uint32_t *names = NULL;
	size_t count = 0;
	int ret;

	if (!header->e_shoff)
		return 0;
	if (elf_getshdrnum(elf, &count) ||
		count > (file->size - header->e_shoff) / sizeof(Elf64_Shdr) ||
		(header->e_shnum && count != header->e_shnum))
		return err_set(
			err, EBADMSG, "damaged ELF file: bad section headers (cut short?)");
	if (!count)
		return 0;
	file->sections = calloc(count, sizeof(*file->sections));
	names = calloc(count, sizeof(*names));
	if (!file->sections || !names)
		return err_memory(err);
	for (size_t i = 0; i < count; i++) {
		GElf_Shdr section;

		if (!gelf_getshdr(elf_getscn(elf, i), &section))
			return err_set(err, EBADMSG, "damaged ELF file: bad section headers: %s",
				elf_errmsg(-1));
		names[i] = section.sh_name;
		file->sections[i] = (struct elf_section){
			.type = section.sh_type,
			.link = section.sh_link,
			.flags = section.sh_flags,
			.address = section.sh_addr,
			.offset = section.sh_offset,
			.size = section.sh_size,
			.entry_size = section.sh_entsize,
			.align = section.sh_addralign,
		};
	}
	file->sections_count = count;
	ret = load_section_names(file, elf, err);
	if (ret)
		return ret;
	for (size_t i = 0; i < count; i++)
		file->sections[i].name = section_name(file, names[i]);
	return 0;
}

/* Takes the build ids from one stretch of notes. Damaged notes are no notes. */
static int load_notes_at(struct elf_file *file, uint64_t offset, uint64_t size, uint64_t align,
	struct err *err)
{
	AUTO(elf_bytes_release) struct elf_bytes notes = {0};
	struct elf_note note;
	int ret = elf_file_read(
		file, offset, size < NOTES_CEILING ? size : NOTES_CEILING, &notes, err);

	if (ret)
		return ret == -EBADMSG ? 0 : ret;
	if (elf_note_find(notes.data, notes.size, align, "Go", NOTE_GO_BUILD_ID, &note) ||
		elf_note_find(notes.data, notes.size, align, "Go\0", NOTE_GO_BUILD_ID, &note))
		file->is_go = true;
	if (file->build_id ||
		!elf_note_find(notes.data, notes.size, align, "GNU", NT_GNU_BUILD_ID, &note) ||
		!note.size)
		return 0;
	file->build_id = malloc(note.size);
	if (!file->build_id)
		return err_memory(err);
	memcpy(file->build_id, note.data, note.size);
	file->build_id_size = note.size;
	return 0;
}

/* Sections first: the segments of detached debug files may point anywhere. */
static int load_notes(struct elf_file *file, struct err *err)
{
	for (size_t i = 0; i < file->sections_count; i++) {
		const struct elf_section *section = &file->sections[i];
		int ret;

		if (strcmp(section->name, ".gopclntab") == 0 ||
			strcmp(section->name, ".data.rel.ro.gopclntab") == 0)
			file->is_go = true;
		if (section->type != SHT_NOTE || !(section->flags & SHF_ALLOC))
			continue;
		ret = load_notes_at(file, section->offset, section->size, section->align, err);
		if (ret)
			return ret;
	}
	for (size_t i = 0; i < file->segments_count && !file->build_id; i++) {
		const struct elf_segment *segment = &file->segments[i];
		int ret;

		if (segment->type != PT_NOTE)
			continue;
		ret = load_notes_at(file, segment->offset, segment->file_size, segment->align, err);
		if (ret)
			return ret;
	}
	return 0;
}

static void end_elf(Elf **elf)
{
	(void)elf_end(*elf);
}

static int load(struct elf_file *file, struct err *err)
{
	AUTO(end_elf) Elf *elf = NULL;
	GElf_Ehdr header;
	int ret = check_ident(file, err);

	if (ret)
		return ret;
	(void)elf_version(EV_CURRENT);
	/* elf_memory() only reads, though its prototype does not say so. */
	elf = file->image ? elf_memory((char *)(uintptr_t)file->image, file->size)
			  : elf_begin(file->fd, ELF_C_READ, NULL);
	if (!elf || elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &header))
		return err_set(err, EBADMSG, "damaged ELF file: %s", elf_errmsg(-1));
	file->machine = header.e_machine;
	file->has_fixed_address = header.e_type == ET_EXEC;
	ret = check_header(file, &header, err);
	if (!ret)
		ret = load_segments(file, elf, &header, err);
	if (!ret)
		ret = load_sections(file, elf, &header, err);
	return ret ? ret : load_notes(file, err);
}

int elf_file_open(int fd, struct elf_file **ret_file, struct err *err)
{
	AUTO(elf_file_cleanup) struct elf_file *file = calloc(1, sizeof(*file));
	struct stat status;
	int ret;

	if (!file)
		return err_memory(err);
	file->fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	if (file->fd < 0 || fstat(file->fd, &status))
		return err_sys(err, errno, "cannot open");
	if (!S_ISREG(status.st_mode))
		return err_set(err, ENOEXEC, "not a regular file");
	file->size = (uint64_t)status.st_size;
	ret = load(file, err);
	if (ret)
		return ret;
	*ret_file = take_ptr(file);
	return 0;
}

int elf_file_open_memory(
	const void *image, size_t size, struct elf_file **ret_file, struct err *err)
{
	AUTO(elf_file_cleanup) struct elf_file *file = calloc(1, sizeof(*file));
	int ret;

	if (!file)
		return err_memory(err);
	file->fd = -1;
	file->image = image;
	file->size = size;
	ret = load(file, err);
	if (ret)
		return ret;
	*ret_file = take_ptr(file);
	return 0;
}

void elf_file_free(struct elf_file *file)
{
	if (!file)
		return;
	if (file->fd >= 0)
		(void)close(file->fd);
	elf_bytes_release(&file->section_names);
	free(file->segments);
	free(file->sections);
	free(file->build_id);
	free(file);
}

uint16_t elf_file_machine(const struct elf_file *file)
{
	return file->machine;
}

bool elf_file_has_fixed_address(const struct elf_file *file)
{
	return file->has_fixed_address;
}

bool elf_file_is_go(const struct elf_file *file)
{
	return file->is_go;
}

size_t elf_file_build_id(const struct elf_file *file, const uint8_t **ret_bytes)
{
	if (file->build_id)
		*ret_bytes = file->build_id;
	return file->build_id_size;
}

/* How far value is into [start, start + size), where it is there. */
static bool within(uint64_t value, uint64_t start, uint64_t size, uint64_t *ret_distance)
{
	*ret_distance = value - start;
	return value >= start && value - start < size;
}

bool elf_file_address_of(const struct elf_file *file, uint64_t file_offset, uint64_t *ret_address)
{
	bool found = false;

	for (size_t i = 0; i < file->segments_count; i++) {
		const struct elf_segment *segment = &file->segments[i];
		uint64_t distance;

		if (segment->type != PT_LOAD || (found && !(segment->flags & PF_X)) ||
			!within(file_offset, segment->offset, segment->file_size, &distance))
			continue;
		*ret_address = segment->address + distance;
		if (segment->flags & PF_X)
			return true;
		found = true;
	}
	return found;
}

bool elf_file_offset_of(const struct elf_file *file, uint64_t address, uint64_t *ret_file_offset)
{
	bool found = false;

	for (size_t i = 0; i < file->segments_count; i++) {
		const struct elf_segment *segment = &file->segments[i];
		uint64_t distance;

		if (segment->type != PT_LOAD || (found && !(segment->flags & PF_X)) ||
			!within(address, segment->address, segment->file_size, &distance))
			continue;
		*ret_file_offset = segment->offset + distance;
		if (segment->flags & PF_X)
			return true;
		found = true;
	}
	return found;
}

size_t elf_file_segments(const struct elf_file *file, const struct elf_segment **ret_segments)
{
	*ret_segments = file->segments;
	return file->segments_count;
}

size_t elf_file_sections(const struct elf_file *file, const struct elf_section **ret_sections)
{
	*ret_sections = file->sections;
	return file->sections_count;
}

const struct elf_section *elf_file_find_section(const struct elf_file *file, const char *name)
{
	for (size_t i = 0; i < file->sections_count; i++)
		if (strcmp(file->sections[i].name, name) == 0)
			return &file->sections[i];
	return NULL;
}
